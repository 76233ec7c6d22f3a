import { sortRows } from './sortRows';
import { wilson } from './wilson';

/** Some of the rows: how many, how many of them right, accuracy (NaN for none) with its Wilson 95 % interval. */
export type Share = { n: number; right: number; accuracy: number; low: number; high: number };

/** Counts as a `Share`. */
export function shareOf(right: number, n: number): Share {
  return { n, right, accuracy: right / n, ...wilson(right, n) };
}

/**
 * What a threshold on confidence does: rows with confidence ≥ `threshold` are answered, the others deferred. `coverage`:
 * share answered, NaN for no row.
 */
export type Deferral = { answered: Share; deferred: Share; coverage: number };

/** See `Deferral`. */
export function deferAt(
  confidence: Float64Array,
  correct: Uint8Array,
  threshold: number,
): Deferral {
  const n = confidence.length;
  let [answered, right, all] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    all += correct[i]!;
    if (!(confidence[i]! >= threshold)) continue;
    answered++;
    right += correct[i]!;
  }
  return {
    answered: shareOf(right, answered),
    deferred: shareOf(all - right, n - answered),
    coverage: answered / n,
  };
}

/**
 * Every way in which a threshold can divide n rows, from the strictest: `threshold[0]` is Infinity (nothing is answered),
 * the others are the distinct confidences in descending order. `answered[i]` rows have at least that confidence,
 * `wrong[i]` of them are wrong.
 */
export type ThresholdSteps = {
  threshold: Float64Array;
  answered: Float64Array;
  wrong: Float64Array;
};

/** See `ThresholdSteps`. */
export function thresholdSteps(confidence: Float64Array, correct: Uint8Array): ThresholdSteps {
  const sorted = sortRows(confidence, correct);
  const [threshold, answered, wrong] = [[Infinity], [0], [0]];
  let errors = 0;
  for (let i = confidence.length - 1; i >= 0; i--) {
    errors += 1 - sorted.correct[i]!;
    if (i > 0 && sorted.values[i - 1] === sorted.values[i]) continue;
    threshold.push(sorted.values[i]!);
    answered.push(confidence.length - i);
    wrong.push(errors);
  }
  return {
    threshold: Float64Array.from(threshold),
    answered: Float64Array.from(answered),
    wrong: Float64Array.from(wrong),
  };
}

/**
 * The strictest threshold that answers at least the share `coverage` of the rows; 0 for no row, Infinity for coverage 0.
 */
export function thresholdAtCoverage(
  { threshold, answered }: Pick<ThresholdSteps, 'threshold' | 'answered'>,
  coverage: number,
): number {
  const n = answered.at(-1) ?? 0;
  // 0.07·100 is 7.000000000000001, and that is 7 rows, not 8.
  const at = answered.findIndex((count) => count >= coverage * n - 1e-9);
  return n === 0 ? 0 : (threshold[at] ?? 0);
}
