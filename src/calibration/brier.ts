import type { IndexColumn } from './decisions';

/**
 * Brier score of the confidence, binary form: mean of (confidence − outcome)², in [0, 1]. NaN for n
 * = 0.
 */
export function brier(confidence: Float64Array, correct: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < confidence.length; i++) sum += (confidence[i]! - correct[i]!) ** 2;
  return sum / confidence.length;
}

/**
 * Brier score, multiclass form: mean over rows of Σ over options of (probability − [option is
 * gold])², in [0, 2]. For two options it is twice the binary form. `probabilities`: n·k, row-major.
 * NaN for n = 0.
 */
export function brierMulticlass(probabilities: Float64Array, k: number, gold: IndexColumn): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const outcome = i % k === gold[Math.floor(i / k)] ? 1 : 0;
    sum += (probabilities[i]! - outcome) ** 2;
  }
  return sum / gold.length;
}
