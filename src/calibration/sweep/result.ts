import type { Bin, BinningOptions } from '../bins';
import type { ClippedMean } from '../nll';

/** What is redrawn while a slider moves. `factor`: α/T. NaN where there is no row. */
export type SweepResult = {
  factor: number;
  n: number;
  bins: Bin[];
  ece: number;
  accuracy: number;
  meanConfidence: number;
  /** Binary Brier score of the confidence. */
  brier: number;
  nll: ClippedMean;
};

/**
 * Answers for any factor without starting over. Every figure is within `errorBound` of the naive
 * pass, of which only rounding (1e-11) is left when it is 0.
 */
export type Sweep = {
  n: number;
  errorBound: number;
  at: (factor: number, options?: BinningOptions) => SweepResult;
};

/** Throws RangeError unless `factor` (α/T) is a finite number of at least 0. */
export function refuseFactor(factor: number): void {
  if (!(factor >= 0 && factor < Infinity))
    throw new RangeError(`sweep: factor α/T is ${factor}, not a number of at least 0`);
}
