import { poolAdjacentViolators, poolTies } from './pav';
import { sortRows } from './sortRows';

/** brier = miscalibration − discrimination + uncertainty, exactly. */
export type Corp = {
  brier: number;
  miscalibration: number;
  discrimination: number;
  uncertainty: number;
};

/**
 * Isotonic recalibration on the same rows: distinct confidences ascending, their rows and
 * recalibrated probabilities.
 */
export function corpCurve(
  confidence: Float64Array,
  correct: Uint8Array,
): { confidence: Float64Array; count: Float64Array; recalibrated: Float64Array } {
  const sorted = sortRows(confidence, correct);
  const { x, y, weight } = poolTies(sorted.values, sorted.correct);
  return { confidence: x, count: weight, recalibrated: poolAdjacentViolators(y, weight) };
}

/**
 * CORP decomposition of the binary Brier score: how much isotonic recalibration of the confidence
 * would win (miscalibration), how much the recalibrated one wins over the base rate
 * (discrimination), and the base rate's own score. NaN for n = 0. Source: Dimitriadis, Gneiting,
 * Jordan 2021.
 */
export function corp(confidence: Float64Array, correct: Uint8Array): Corp {
  const n = confidence.length;
  const sorted = sortRows(confidence, correct);
  const curve = corpCurve(confidence, correct);
  let [score, recalibrated, right] = [0, 0, 0];
  let group = 0;
  for (let i = 0; i < n; i++) {
    const [c, y] = [sorted.values[i]!, sorted.correct[i]!];
    if (curve.confidence[group] !== c) group++;
    score += (c - y) ** 2;
    recalibrated += (curve.recalibrated[group]! - y) ** 2;
    right += y;
  }
  const uncertainty = (right / n) * (1 - right / n);
  return {
    brier: score / n,
    miscalibration: (score - recalibrated) / n,
    discrimination: uncertainty - recalibrated / n,
    uncertainty,
  };
}
