import type { IndexColumn } from './decisions';
import { logSumExp } from './scaling';

/** Largest −log p a row may add: p is clipped at 2^−52, as scikit-learn does. */
export const MAX_ROW_NLL = -Math.log(Number.EPSILON);

/** Mean, and the number of rows whose probability of gold was below the clip. */
export type ClippedMean = { value: number; clipped: number };

/**
 * Negative log-likelihood: mean of −log p(gold), in nats, from logits (never from rounded
 * probabilities). `logits`: n·k, row-major; `factor`: α/T. A row adds at most `MAX_ROW_NLL`;
 * `clipped` counts such rows. NaN for n = 0.
 */
export function negativeLogLikelihood(
  logits: Float64Array,
  k: number,
  gold: IndexColumn,
  factor = 1,
): ClippedMean {
  let [sum, clipped] = [0, 0];
  for (let row = 0; row < gold.length; row++) {
    const z = logits.subarray(row * k, (row + 1) * k);
    const own = z[gold[row]!]!;
    const loss = own === -Infinity ? Infinity : logSumExp(z, factor) - factor * own;
    if (loss > MAX_ROW_NLL) clipped++;
    sum += Math.min(loss, MAX_ROW_NLL);
  }
  return { value: sum / gold.length, clipped };
}

/** The same from probabilities (n·k, row-major), for calibrators that change them. */
export function negativeLogLikelihoodOf(
  probabilities: Float64Array,
  k: number,
  gold: IndexColumn,
): ClippedMean {
  let [sum, clipped] = [0, 0];
  for (let row = 0; row < gold.length; row++) {
    const p = probabilities[row * k + gold[row]!]!;
    if (p < Number.EPSILON) clipped++;
    sum -= Math.log(Math.max(p, Number.EPSILON));
  }
  return { value: sum / gold.length, clipped };
}
