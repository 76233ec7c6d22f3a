import { thresholdSteps } from './deferral';

/**
 * Outcomes of two stages: rows with confidence ≥ `threshold` keep the first model's decision, the others get the second's.
 * All columns belong to the same n cases.
 */
export function cascadeOutcomes(
  confidence: Float64Array,
  first: Uint8Array,
  second: Uint8Array,
  threshold: number,
): Uint8Array {
  return first.map((outcome, i) => (confidence[i]! >= threshold ? outcome : second[i]!));
}

/**
 * Accuracy of the cascade by the share sent on, one point for every distinct threshold, ascending: from the first model
 * alone (`sent` 0) to the second alone (1). Empty for no row.
 */
export function cascadeCurve(
  confidence: Float64Array,
  first: Uint8Array,
  second: Uint8Array,
): { threshold: Float64Array; sent: Float64Array; accuracy: Float64Array } {
  const n = confidence.length;
  if (n === 0)
    return {
      threshold: new Float64Array(),
      sent: new Float64Array(),
      accuracy: new Float64Array(),
    };
  const own = thresholdSteps(confidence, first);
  const other = thresholdSteps(confidence, second);
  const wrongBySecond = other.wrong.at(-1)!;
  return {
    threshold: own.threshold.toReversed(),
    sent: own.answered.map((count) => 1 - count / n).reverse(),
    accuracy: own.wrong
      .map((wrong, i) => 1 - (wrong + wrongBySecond - other.wrong[i]!) / n)
      .reverse(),
  };
}

/** The rows that two lists of case ids share: positions in the first and in the second, in the order of the first. */
export function pairCases(
  first: readonly string[],
  second: readonly string[],
): { first: Int32Array; second: Int32Array } {
  const at = new Map(second.map((id, i) => [id, i]));
  const pairs = first.flatMap((id, i): [number, number][] => {
    const j = at.get(id);
    return j === undefined ? [] : [[i, j]];
  });
  return {
    first: Int32Array.from(pairs, ([i]) => i),
    second: Int32Array.from(pairs, ([, j]) => j),
  };
}
