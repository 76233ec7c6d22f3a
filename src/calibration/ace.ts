import { reliabilityBins, type Bin } from './bins';
import { classColumn } from './classwise';
import type { IndexColumn } from './decisions';

/**
 * **Average** calibration error (netcal's ACE): mean of |accuracy − confidence| over the bins that
 * hold rows; NaN for none.
 */
export function averageCalibrationError(bins: readonly Bin[]): number {
  const held = bins.filter((bin) => bin.count > 0);
  return held.reduce((sum, bin) => sum + Math.abs(bin.accuracy - bin.confidence), 0) / held.length;
}

/**
 * **Adaptive** calibration error (ACE of Nixon et al. 2019): for each option one-against-the-rest,
 * the average over `bins` equal-mass ranges of |frequency − probability|; then the mean over
 * options. `probabilities`: n·k, row-major; `gold`: n option indices. NaN for n = 0. Ties are kept
 * together, as everywhere.
 */
export function adaptiveCalibrationError(
  probabilities: Float64Array,
  k: number,
  gold: IndexColumn,
  bins = 15,
): number {
  let sum = 0;
  for (let option = 0; option < k; option++) {
    const { confidence, correct } = classColumn(probabilities, k, gold, option);
    sum += averageCalibrationError(reliabilityBins(confidence, correct, { bins }));
  }
  return sum / k;
}
