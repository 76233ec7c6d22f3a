import type { Bin } from './bins';

/**
 * Debiased L2 calibration error: root of Σ count/n·[(accuracy − confidence)² − accuracy·(1 −
 * accuracy)/(count − 1)], a negative sum giving 0. Bins of fewer than two rows cannot be debiased
 * and add nothing. NaN for n = 0. Source: Kumar, Liang, Ma 2019;
 * `verified_calibration.get_calibration_error`.
 */
export function debiasedCalibrationError(bins: readonly Bin[], n: number): number {
  let sum = 0;
  for (const { count, accuracy, confidence } of bins)
    if (count > 1)
      sum += count * ((accuracy - confidence) ** 2 - (accuracy * (1 - accuracy)) / (count - 1));
  return Math.sqrt(Math.max(0, sum / n));
}
