import { refuseBinCount, reliabilityBins, type BinningOptions } from '../bins';
import { correctOf, type Decisions } from '../decisions';
import { expectedCalibrationError } from '../ece';
import { MAX_ROW_NLL } from '../nll';
import { logSumExp } from '../scaling';
import { naiveSweep } from './naive';
import { refuseFactor, type Sweep, type SweepResult } from './result';

/**
 * Sweep for any number of options, exact. The order of rows changes with the factor, so every
 * confidence is computed anew, from differences that are taken once.
 */
export function optionSweep(decisions: Decisions): Sweep {
  const { logits, k, chosen, gold } = decisions;
  const n = chosen.length;
  const others = k - 1;
  const correct = correctOf(decisions);
  const differences = new Float64Array(n * others);
  const goldDifference = new Float64Array(n);
  let [right, plain] = [0, true];
  for (let row = 0; row < n; row++) {
    const own = logits[row * k + chosen[row]!]!;
    if (!Number.isFinite(own)) plain = false;
    let at = row * others;
    for (let j = 0; j < k; j++)
      if (j !== chosen[row]) differences[at++] = logits[row * k + j]! - own;
    goldDifference[row] = logits[row * k + gold[row]!]! - own;
    right += correct[row]!;
  }
  const confidence = new Float64Array(n);

  const at = (factor: number, options: BinningOptions = {}): SweepResult => {
    refuseFactor(factor);
    refuseBinCount(options.bins ?? 15);
    // 0·∞: a chosen option without probability, or no scaling at all, takes the plain way.
    if (!plain || factor === 0) return naiveSweep(decisions, factor, options);
    let [sum, squares, loss, clipped] = [0, 0, 0, 0];
    for (let row = 0, from = 0; row < n; row++) {
      let weights = 1;
      const to = from + others;
      for (let i = from; i < to; i++) weights += Math.exp(factor * differences[i]!);
      const c = 1 / weights;
      confidence[row] = c;
      sum += c;
      squares += (c - correct[row]!) ** 2;
      // Differences beyond 709 overflow, though the loss of an unchosen gold option may well be
      // small.
      const norm =
        weights < Infinity ? Math.log(weights) : overflowing(differences, from, to, factor);
      const rowLoss = norm - factor * goldDifference[row]!;
      if (rowLoss > MAX_ROW_NLL) clipped++;
      loss += Math.min(rowLoss, MAX_ROW_NLL);
      from = to;
    }
    const bins = reliabilityBins(confidence, correct, options);
    return {
      factor,
      n,
      bins,
      ece: expectedCalibrationError(bins, n),
      accuracy: right / n,
      meanConfidence: sum / n,
      brier: squares / n,
      nll: { value: loss / n, clipped },
    };
  };
  return { n, errorBound: 0, at };
}

function overflowing(differences: Float64Array, from: number, to: number, factor: number): number {
  return logSumExp(differences.subarray(from, to), factor);
}
