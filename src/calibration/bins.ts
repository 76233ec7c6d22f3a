import { dealRows } from './dealRows';
import {
  edgesAt,
  equalMassEdges,
  equalMassEnds,
  equalWidthEdges,
  equalWidthLimits,
  equalWidthPlacer,
  firstRank,
  type Edges,
} from './edges';
import { wilson } from './wilson';

export type { Edges } from './edges';
export type Binning = 'equal-mass' | 'equal-width';

/**
 * `bins` 15, `binning` equal-mass, `edges` right unless said otherwise; `edges` matters for equal
 * width only.
 */
export type BinningOptions = { bins?: number; binning?: Binning; edges?: Edges };

/**
 * One bin of a reliability diagram. `confidence`: mean confidence of its rows; `accuracy`: fraction
 * of them right; `low`, `high`: Wilson 95 % interval of the accuracy. An empty bin has count 0, NaN
 * means and the interval [0, 1].
 */
export type Bin = {
  lower: number;
  upper: number;
  count: number;
  confidence: number;
  accuracy: number;
  low: number;
  high: number;
};

/**
 * Where bins begin and end (`lower[b]` … `upper[b]`) and the bin of each row (`index`, −1: in no
 * bin).
 */
export type Placement = { lower: Float64Array; upper: Float64Array; index: Int32Array };

/** Throws RangeError unless `bins` is a positive integer. */
export function refuseBinCount(bins: number): void {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`binning: ${bins} is not a positive number of bins`);
}

/** Says which confidence is not in [0, 1]: throws RangeError. */
export function refuseConfidence(c: number, row: number): never {
  throw new RangeError(`binning: confidence ${c} of row ${row} is not in [0, 1]`);
}

/**
 * Places every confidence in its bin. Equal-width bins may be empty, equal-mass bins never are.
 * Throws RangeError for a confidence outside [0, 1] or a bin count that is no positive integer.
 */
export function placeRows(confidence: Float64Array, options: BinningOptions = {}): Placement {
  const { bins = 15, binning = 'equal-mass', edges = 'right' } = options;
  refuseBinCount(bins);
  for (let i = 0; i < confidence.length; i++)
    if (!(confidence[i]! >= 0 && confidence[i]! <= 1)) refuseConfidence(confidence[i]!, i);
  if (binning === 'equal-mass')
    return confidence.length < FEW ? sortedMass(confidence, bins) : dealtMass(confidence, bins);
  const index = new Int32Array(confidence.length);
  const borders = equalWidthEdges(bins, edges);
  const place = equalWidthPlacer(borders, edges);
  for (let i = 0; i < confidence.length; i++) index[i] = place(confidence[i]!);
  return { ...equalWidthLimits(borders, edges), index };
}

/** Rows from which on dealing into buckets is faster than sorting. */
const FEW = 1000;

const limitsOf = (borders: Float64Array) => ({
  lower: borders.slice(0, -1),
  upper: borders.slice(1),
});

function massPlacer(borders: Float64Array): (c: number) => number {
  const at = (rank: number): number => borders[rank]!;
  return (c) => Math.max(firstRank(0, borders.length, at, c, false) - 1, 0);
}

function sortedMass(confidence: Float64Array, bins: number): Placement {
  const index = new Int32Array(confidence.length);
  if (confidence.length === 0)
    return { lower: new Float64Array(), upper: new Float64Array(), index };
  const borders = equalMassEdges(Float64Array.from(confidence).sort(), bins);
  const place = massPlacer(borders);
  for (let i = 0; i < confidence.length; i++) index[i] = place(confidence[i]!);
  return { ...limitsOf(borders), index };
}

/** The same without sorting all rows: only a row of a bucket that a border cuts is looked at. */
function dealtMass(confidence: Float64Array, bins: number): Placement {
  const n = confidence.length;
  const { bucket, start, last, at } = dealRows(confidence);
  const ends = equalMassEnds(n, at, bins);
  const borders = edgesAt(ends, at);
  const place = massPlacer(borders);
  /** Bin of all rows of a bucket; −1 where they lie in several. */
  const binOf = new Int32Array(last + 1);
  for (let b = 0, bin = 0; b < binOf.length; b++) {
    while (start[b]! >= ends[bin]! && start[b]! < n) bin++;
    binOf[b] = start[b + 1]! <= ends[bin]! ? bin : -1;
  }
  const index = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const bin = binOf[bucket[i]!]!;
    index[i] = bin < 0 ? place(confidence[i]!) : bin;
  }
  return { ...limitsOf(borders), index };
}

/**
 * The number of the bin, in `reliabilityBins` of the same options, that each row fell in; −1 for
 * none (`guo` and 0).
 */
export function binIndex(confidence: Float64Array, options: BinningOptions = {}): Int32Array {
  return placeRows(confidence, options).index;
}

/**
 * Bins of a placement, given for each row its confidence and whether it was right (1) or wrong (0).
 */
export function binsOf(
  { lower, upper, index }: Placement,
  confidence: Float64Array,
  correct: Uint8Array,
): Bin[] {
  const counts = new Float64Array(lower.length);
  const sums = new Float64Array(lower.length);
  const rights = new Float64Array(lower.length);
  for (let i = 0; i < index.length; i++) {
    const bin = index[i]!;
    if (bin < 0) continue;
    counts[bin]!++;
    sums[bin]! += confidence[i]!;
    rights[bin]! += correct[i]!;
  }
  return Array.from(lower, (from, b) =>
    summarise(from, upper[b]!, counts[b]!, sums[b]!, rights[b]!),
  );
}

/**
 * A bin from its borders, number of rows, sum of confidences and number of rows that were right.
 */
export function summarise(
  lower: number,
  upper: number,
  count: number,
  confidenceSum: number,
  right: number,
): Bin {
  const { low, high } = wilson(right, count);
  return {
    lower,
    upper,
    count,
    confidence: confidenceSum / count,
    accuracy: right / count,
    low,
    high,
  };
}

/**
 * The reliability diagram: `confidence` n numbers in [0, 1], `correct` n times 1 (right) or 0.
 * Equal mass: as many rows a bin as ties allow. Throws RangeError for lengths that differ and
 * confidences outside [0, 1].
 */
export function reliabilityBins(
  confidence: Float64Array,
  correct: Uint8Array,
  options: BinningOptions = {},
): Bin[] {
  if (confidence.length !== correct.length)
    throw new RangeError(`binning: ${confidence.length} confidences, ${correct.length} outcomes`);
  return binsOf(placeRows(confidence, options), confidence, correct);
}
