import { refuseBinCount, summarise, type Bin, type BinningOptions } from '../bins';
import { expectedCalibrationError } from '../ece';
import {
  edgesAt,
  equalMassEnds,
  equalWidthEdges,
  equalWidthLimits,
  firstRank,
  type Edges,
  type Ranked,
} from '../edges';
import { sortRows } from '../sortRows';
import { marginConfidence, SERIES_ERROR, sumBlocks } from './blockSums';
import { cutBlocks } from './blocks';

/** What is redrawn while a slider moves. NaN where there is no row. */
export type SweepResult = {
  readonly bins: readonly Bin[];
  readonly ece: number;
  readonly meanConfidence: number;
};

/**
 * Answers for any factor α/T (finite, at least 0, else RangeError) without starting over. Counts and borders of bins are
 * those of the exact pass; ECE and mean confidences are within `errorBound` of its.
 */
export type Sweep = {
  readonly n: number;
  readonly errorBound: number;
  readonly at: (factor: number, options?: BinningOptions) => SweepResult;
};

/**
 * Prepares decisions between two options (`logits` 2n numbers, `chosen` n indices, `correct` n times 1 or 0), so that their diagram
 * can be had in a millisecond at 10^6 rows. The confidence is sigmoid(factor·margin), so the order of rows never
 * changes: sorted once, bins are found by bisection exactly as the exact pass places them, and sums come from block moments.
 * Throws RangeError for another number of logits, or when a row gives neither option any probability.
 */
export function createSweep(
  logits: Float64Array,
  chosen: ArrayLike<number>,
  outcomes: Uint8Array,
): Sweep {
  const n = chosen.length;
  if (logits.length !== 2 * n)
    throw new RangeError(`sweep: ${logits.length} logits, not two for each of ${n} rows`);
  const signed = Float64Array.from(chosen, (option, row) => {
    const margin = logits[2 * row + option]! - logits[2 * row + 1 - option]!;
    if (Number.isNaN(margin)) throw new RangeError(`sweep: row ${row} has no finite logit`);
    return margin;
  });
  const { values: margins, correct } = sortRows(signed, outcomes);
  const rights = new Uint32Array(n + 1);
  for (let i = 0; i < n; i++) rights[i + 1] = rights[i]! + correct[i]!;
  const blocks = cutBlocks(margins);
  const before = new Float64Array(blocks.start.length);

  const at = (factor: number, options: BinningOptions = {}): SweepResult => {
    if (!(factor >= 0 && factor < Infinity))
      throw new RangeError(`sweep: factor α/T is ${factor}, not a number of at least 0`);
    const confidence: Ranked = (rank) => marginConfidence(margins[rank]!, factor);
    sumBlocks(blocks, margins, factor, before);
    const sumBefore = (rank: number): number => {
      const block = firstRank(0, blocks.start.length, (b) => blocks.start[b]!, rank, true) - 1;
      let sum = before[block]!;
      for (let i = blocks.start[block]!; i < rank; i++) sum += confidence(i);
      return sum;
    };
    const { ranks, lower, upper } = limits(n, confidence, options);
    const bins: Bin[] = [];
    let [rank, sum] = [ranks[0]!, sumBefore(ranks[0]!)];
    for (const [b, end] of ranks.slice(1).entries()) {
      const next = sumBefore(end);
      const right = rights[end]! - rights[rank]!;
      bins.push(summarise(lower[b]!, upper[b]!, end - rank, next - sum, right));
      [rank, sum] = [end, next];
    }
    const meanConfidence = before[blocks.start.length - 1]! / n;
    return { bins, ece: expectedCalibrationError(bins, n), meanConfidence };
  };
  return { n, errorBound: SERIES_ERROR, at };
}

/** Ranks at which the bins begin, the last one's end at the back, and their border values. */
function limits(
  n: number,
  confidence: Ranked,
  { bins = 15, binning = 'equal-mass', edges = 'right' }: BinningOptions,
): { ranks: number[]; lower: Float64Array; upper: Float64Array } {
  refuseBinCount(bins);
  if (binning === 'equal-mass') {
    const ends = equalMassEnds(n, confidence, bins);
    const borders = edgesAt(ends, confidence);
    return { ranks: [0, ...ends], lower: borders.slice(0, -1), upper: borders.slice(1) };
  }
  const borders = equalWidthEdges(bins, edges);
  return { ranks: widthRanks(n, confidence, borders, edges), ...equalWidthLimits(borders, edges) };
}

function widthRanks(n: number, confidence: Ranked, borders: Float64Array, edges: Edges): number[] {
  const beyond = edges === 'right' || edges === 'guo';
  const inner = edges === 'torchmetrics' ? borders.slice(1) : borders.slice(1, -1);
  const ranks = [edges === 'guo' ? firstRank(0, n, confidence, 0, true) : 0];
  for (const border of inner) ranks.push(firstRank(ranks.at(-1)!, n, confidence, border, beyond));
  return [...ranks, n];
}
