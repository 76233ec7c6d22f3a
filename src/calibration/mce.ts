import type { Bin } from './bins';

/**
 * Maximum calibration error: the largest |accuracy − confidence| of a bin that holds rows; NaN when
 * none does. Unstable where a bin holds few rows, so show the count of `worst`, the index of that
 * bin, beside it.
 */
export function maximumCalibrationError(bins: readonly Bin[]): { value: number; worst: number } {
  let [value, worst] = [Number.NaN, -1];
  for (const [b, bin] of bins.entries()) {
    const gap = Math.abs(bin.accuracy - bin.confidence);
    if (bin.count > 0 && !(gap <= value)) [value, worst] = [gap, b];
  }
  return { value, worst };
}
