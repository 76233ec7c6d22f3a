import { sigmoid, softplus } from './logOdds';

/**
 * Logistic regression without penalty by Newton's method: coefficients that minimise the log loss
 * of `correct` given `features` (columns of equal length; add a column of ones for an intercept).
 * Null when it does not converge, as on separable data.
 */
export function logisticRegression(
  features: readonly Float64Array[],
  correct: Uint8Array,
): number[] | null {
  let weights = features.map(() => 0);
  let loss = logLoss(features, correct, weights);
  for (let step = 0; step < 100; step++) {
    const move = newtonStep(features, correct, weights);
    if (move === null) return null;
    let [scale, next] = [1, weights];
    for (; scale > 1e-6; scale /= 2) {
      next = weights.map((value, j) => value - scale * move[j]!);
      const nextLoss = logLoss(features, correct, next);
      // Near the minimum rounding hides the gain of a good step.
      if (nextLoss <= loss * (1 + 1e-14)) {
        loss = nextLoss;
        break;
      }
    }
    if (next.some((value) => !(Math.abs(value) < 1e6))) return null;
    // Newton's steps shrink quadratically: after one this small the rest is rounding.
    if (move.every((value, j) => Math.abs(value) < 1e-8 * (1 + Math.abs(next[j]!)))) return next;
    weights = next;
  }
  return null;
}

function score(features: readonly Float64Array[], weights: readonly number[], row: number): number {
  let sum = 0;
  for (const [j, column] of features.entries()) sum += weights[j]! * column[row]!;
  return sum;
}

function logLoss(
  features: readonly Float64Array[],
  correct: Uint8Array,
  weights: readonly number[],
): number {
  let sum = 0;
  for (const [row, y] of correct.entries()) {
    const x = score(features, weights, row);
    sum += softplus(y === 1 ? -x : x);
  }
  return sum;
}

function newtonStep(
  features: readonly Float64Array[],
  correct: Uint8Array,
  weights: readonly number[],
): number[] | null {
  const size = features.length;
  const rows = features.map(() => new Array<number>(size + 1).fill(0));
  for (const [row, y] of correct.entries()) {
    const p = sigmoid(score(features, weights, row));
    for (let i = 0; i < size; i++) {
      const x = features[i]![row]!;
      rows[i]![size]! += x * (p - y);
      for (let j = 0; j < size; j++) rows[i]![j]! += x * features[j]![row]! * p * (1 - p);
    }
  }
  return solve(rows);
}

/** Gaussian elimination with pivoting of the small augmented system; null when it is singular. */
function solve(rows: number[][]): number[] | null {
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let r = i + 1; r < size; r++)
      if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    if (!(Math.abs(rows[i]![i]!) > 1e-300)) return null;
    for (let r = 0; r < size; r++) {
      if (r === i) continue;
      const times = rows[r]![i]! / rows[i]![i]!;
      for (let j = i; j <= size; j++) rows[r]![j]! -= times * rows[i]![j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
