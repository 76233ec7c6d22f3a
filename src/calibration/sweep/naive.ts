import { reliabilityBins, type BinningOptions } from '../bins';
import { brier } from '../brier';
import { correctOf, type Decisions } from '../decisions';
import { expectedCalibrationError } from '../ece';
import { negativeLogLikelihood } from '../nll';
import { scaledConfidence } from '../scaling';
import { refuseFactor, type SweepResult } from './result';

/**
 * One pass over all rows, nothing prepared: the oracle of the sweep, and the exact value when the
 * pointer rests.
 */
export function naiveSweep(
  decisions: Decisions,
  factor: number,
  options: BinningOptions = {},
): SweepResult {
  refuseFactor(factor);
  const { logits, k, chosen, gold } = decisions;
  const n = gold.length;
  const confidence = scaledConfidence(logits, k, chosen, factor);
  const correct = correctOf(decisions);
  const bins = reliabilityBins(confidence, correct, options);
  let [sum, right] = [0, 0];
  for (let i = 0; i < n; i++) {
    sum += confidence[i]!;
    right += correct[i]!;
  }
  return {
    factor,
    n,
    bins,
    ece: expectedCalibrationError(bins, n),
    accuracy: right / n,
    meanConfidence: sum / n,
    brier: brier(confidence, correct),
    nll: negativeLogLikelihood(logits, k, gold, factor),
  };
}
