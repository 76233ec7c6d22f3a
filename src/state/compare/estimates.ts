import type { BinningOptions } from '../../calibration/bins';
import { drawStatistics } from '../../calibration/bootstrap';
import { eceOfRows } from '../../calibration/ece';
import { quantileSorted } from '../../calibration/quantile';
import { eceStatistic, meanStatistic } from '../../calibration/rowStatistics';
import { wilson } from '../../calibration/wilson';
import type { Columns, Estimate, Figure } from './job';

/** What one arm does on one task. */
export type Estimates = { readonly n: number } & Readonly<Record<Figure, Estimate>>;

/** Row order under which the draws of `eceInterval` are these draws: equal-mass bins draw sorted rows, wrong ones first. */
function drawOrder(
  { confidence, correct }: Columns,
  { binning }: Required<BinningOptions>,
): Uint32Array {
  const order = Uint32Array.from(confidence, (_, i) => i);
  if (binning === 'equal-width') return order;
  return order.sort((a, b) => confidence[a]! - confidence[b]! || correct[a]! - correct[b]!);
}

function percentiles(draws: Float64Array): { low: number; high: number } {
  const sorted = draws.slice().sort();
  return { low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
}

/**
 * Accuracy (Wilson interval), ECE (the interval of `eceInterval`, so that it is the one that Explore shows) and mean
 * confidence (bootstrap percentiles). NaN for no decision.
 */
export function estimateColumns(
  columns: Columns,
  binning: Required<BinningOptions>,
  resamples: number,
): Estimates {
  const n = columns.correct.length;
  const order = drawOrder(columns, binning);
  const confidence = Float64Array.from(order, (row) => columns.confidence[row]!);
  const correct = Uint8Array.from(order, (row) => columns.correct[row]!);
  const [accuracy, ece, mean] = drawStatistics(
    n,
    [meanStatistic(correct), eceStatistic(confidence, correct, binning), meanStatistic(confidence)],
    n === 0 ? 0 : resamples,
    0,
  );
  const right = correct.reduce((sum, y) => sum + y, 0);
  return {
    n,
    accuracy: { value: right / n, ...(n === 0 ? NOTHING : wilson(right, n)), draws: accuracy! },
    ece: {
      value: eceOfRows(columns.confidence, columns.correct, binning),
      ...percentiles(ece!),
      draws: ece!,
    },
    meanConfidence: {
      value: columns.confidence.reduce((sum, c) => sum + c, 0) / n,
      ...percentiles(mean!),
      draws: mean!,
    },
  };
}

const NOTHING = { low: NaN, high: NaN };
