import { applyCalibrator } from '../../../calibration/calibrators/calibrator';
import { correctOf } from '../../../calibration/decisions';
import { eceNull, eceOfRows } from '../../../calibration/ece';
import { eceOfSums } from '../../../calibration/eceResampling';
import { splitRank } from '../../../calibration/edges';
import { quantileSorted } from '../../../calibration/quantile';
import { createRandom, randomIndex } from '../../../calibration/random';
import type { EceFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { fitTable } from '../../calibration';
import { armFigures, BINNING, decided } from './arm';

const SMALL = 50;
const SIZES = [SMALL, 200, 1000];
const BINS = [1, 5, 15, 50, 100];
const DRAWS = 400;

/** ECE of `DRAWS` samples of n decisions of a calibrated model: confidences drawn from these, outcomes from them. Ascending. */
function calibratedEces(confidence: Float64Array, n: number): Float64Array {
  const random = createRandom(`learn/${n}`);
  const outcomes = new Uint8Array(n);
  return Float64Array.from({ length: DRAWS }, (_, draw) => {
    const some = Float64Array.from(
      { length: n },
      () => confidence[randomIndex(random, confidence.length)]!,
    );
    return eceNull(some, outcomes, BINNING, { resamples: 1, seed: `learn/${n}/${draw}` }).mean;
  }).sort();
}

/**
 * ECE of bins that hold exactly their share of the rows, so that rows of equal confidence are split: in the order of the
 * rows, or `sorted` with the right ones first. What programs do that rank and cut; ours keeps ties together.
 */
export function splitEce(confidence: Float64Array, correct: Uint8Array, sorted = false): number {
  const n = confidence.length;
  const order = Array.from(confidence.keys()).sort(
    (a, b) => confidence[a]! - confidence[b]! || (sorted ? correct[b]! - correct[a]! : a - b),
  );
  const parts = Math.min(BINNING.bins, n);
  const gaps = new Float64Array(parts);
  for (let part = 1, rank = 0; part <= parts; part++)
    for (; rank < splitRank(n, parts, part); rank++)
      gaps[part - 1]! += correct[order[rank]!]! - confidence[order[rank]!]!;
  return eceOfSums(gaps, n);
}

function ties(table: DecisionTable): EceFacts['ties'] {
  const fit = fitTable(table, 'isotonic', 1);
  if ('problem' in fit) return null;
  const confidence = applyCalibrator(fit.calibrator, fit.judged, 1);
  const correct = correctOf(fit.judged);
  return {
    n: correct.length,
    distinct: new Set(confidence).size,
    together: eceOfRows(confidence, correct, BINNING),
    inFile: splitEce(confidence, correct),
    sorted: splitEce(confidence, correct, true),
  };
}

/** How much of an ECE is the way it is counted: sample size, bins, ties. */
export function eceFacts(table: DecisionTable): EceFacts {
  const arm = armFigures(table);
  const { confidence, correct, n } = decided(table);
  const sizes = [...SIZES.filter((size) => size < n), n].map((size) => {
    const eces = calibratedEces(confidence, size);
    const mean = eces.reduce((sum, ece) => sum + ece, 0) / eces.length;
    return {
      n: size,
      mean,
      upper: quantileSorted(eces, 0.95),
      ends: { low: quantileSorted(eces, 0.025), high: quantileSorted(eces, 0.975) },
    };
  });
  return {
    truth: { kind: 'share', value: sizes[0]!.mean, ...sizes[0]!.ends },
    arm,
    sizes: sizes.map(({ n: size, mean, upper }) => ({ n: size, mean, upper })),
    bins: BINS.map((bins) => ({
      bins,
      ece: eceOfRows(confidence, correct, { ...BINNING, bins }),
    })),
    ties: ties(table),
  };
}
