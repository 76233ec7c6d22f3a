import { placeRows } from '../bins';
import { applyHistogram } from './histogram';
import { applyPlatt, fitPlatt, type Platt } from './platt';

/**
 * Platt scaling, whose output is then replaced by the mean output of its bin: few values, so its
 * error can be measured.
 */
export type ScalingBinning = {
  name: 'scaling-binning';
  platt: Platt;
  borders: number[];
  values: number[];
  fittedOn: number;
};

/**
 * Scaling-binning with equal-mass bins. Throws CalibratorFitError. Source: Kumar, Liang, Ma 2019.
 */
export function fitScalingBinning(
  logOdds: Float64Array,
  correct: Uint8Array,
  bins = 15,
): ScalingBinning {
  const platt = fitPlatt(logOdds, correct, 'scaling-binning');
  const scaled = applyPlatt(platt, logOdds);
  const { lower, index } = placeRows(scaled, { bins });
  const [sums, counts] = [new Float64Array(lower.length), new Float64Array(lower.length)];
  for (const [row, bin] of index.entries()) {
    sums[bin]! += scaled[row]!;
    counts[bin]!++;
  }
  return {
    name: 'scaling-binning',
    platt,
    borders: [...lower, 1],
    values: Array.from(sums, (sum, bin) => sum / counts[bin]!),
    fittedOn: correct.length,
  };
}

/** Calibrated confidence of log-odds. */
export function applyScalingBinning(
  calibrator: ScalingBinning,
  logOdds: Float64Array,
): Float64Array {
  return applyHistogram(calibrator, applyPlatt(calibrator.platt, logOdds));
}
