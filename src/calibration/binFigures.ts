import type { Bin } from './bins';
import { confidenceGap } from './confidenceGap';
import { expectedCalibrationError } from './ece';
import { maximumCalibrationError } from './mce';
import { wilson } from './wilson';

/**
 * What can be said of n ≥ 1 decisions by their non-empty bins alone, shares in [0, 1]: no resampling, nothing that needs
 * single rows. The interval of the accuracy is Wilson's at 95 %.
 */
export function binFigures({ bins, n }: { readonly bins: readonly Bin[]; readonly n: number }) {
  let [right, confidence] = [0, 0];
  for (const bin of bins) {
    right += bin.accuracy * bin.count;
    confidence += bin.confidence * bin.count;
  }
  const { low, high } = wilson(Math.round(right), n);
  return {
    n,
    accuracy: right / n,
    accuracyLow: low,
    accuracyHigh: high,
    meanConfidence: confidence / n,
    ece: { value: expectedCalibrationError(bins, n) },
    gap: confidenceGap(bins, n),
    mce: maximumCalibrationError(bins).value,
    bins,
  };
}
