import type { BinningOptions } from '../../calibration/bins';
import type { Difference } from '../../calibration/pairedDifference';
import { estimateColumns, type Estimates } from './estimates';
import { differencesOf } from './differences';

/** Decisions of one arm on one task. `cases`: number of each decision's case, the same for every arm, ascending. */
export type Columns = {
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
  readonly cases: Int32Array;
};

export const FIGURES = ['accuracy', 'ece', 'meanConfidence'] as const;
export type Figure = (typeof FIGURES)[number];

/** A number with its 95 % interval, and the bootstrap draws that a mean over tasks is made of. */
export type Estimate = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly draws: Float64Array;
};

/** Paired differences over the `n` cases that both arms decided. */
export type Differences = { readonly n: number } & Readonly<
  Record<Figure, Difference & { readonly draws: Float64Array }>
>;

/** `values`: which columns to estimate alone; `pairs`: which to subtract, [first, second]. */
export type CompareRequest = {
  readonly columns: readonly Columns[];
  readonly values: readonly number[];
  readonly pairs: readonly (readonly [number, number])[];
  readonly binning: Required<BinningOptions>;
  /** Default 1000. */
  readonly resamples?: number;
};

/** In the order of the request's `values` and `pairs`. */
export type CompareAnswer = {
  readonly values: readonly Estimates[];
  readonly pairs: readonly Differences[];
};

/** Estimates and paired differences, on the calling thread. Seeds are fixed: the same request, the same answer. */
export function compareColumns(request: CompareRequest): CompareAnswer {
  const { columns, values, pairs, binning, resamples = 1000 } = request;
  return {
    values: values.map((at) => estimateColumns(columns[at]!, binning, resamples)),
    pairs: pairs.map(([a, b]) => differencesOf(columns[a]!, columns[b]!, binning, resamples)),
  };
}
