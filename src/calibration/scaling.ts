/** Logits or probabilities of one row. */
export type Numbers = readonly number[] | Float64Array;

/**
 * log Σ exp(factor·values[i]) in float64, without overflow. −Infinity (an option that was never
 * seen) adds nothing, whatever the factor. All −Infinity, or no value: −Infinity.
 */
export function logSumExp(values: Numbers, factor = 1): number {
  let max = -Infinity;
  for (const value of values) if (value !== -Infinity) max = Math.max(max, factor * value);
  if (max === -Infinity) return -Infinity;
  let sum = 0;
  for (const value of values) if (value !== -Infinity) sum += Math.exp(factor * value - max);
  return max + Math.log(sum);
}

/**
 * Probabilities of the options: softmax of factor·logits, float64, summing to 1 within rounding.
 * `factor` is α/T. NaN throughout when every logit is −Infinity.
 */
export function softmax(logits: Numbers, factor = 1): Float64Array {
  const result = new Float64Array(logits.length);
  const norm = logSumExp(logits, factor);
  for (let i = 0; i < logits.length; i++)
    result[i] =
      logits[i] === -Infinity && norm !== -Infinity ? 0 : Math.exp(factor * logits[i]! - norm);
  return result;
}

/**
 * Confidence of one row: probability of option `chosen` among the `k` options whose logits start at
 * `start`. 1 / Σ exp(factor·(z_j − z_chosen)), so nothing overflows and no precision is lost near
 * 0.
 */
export function rowConfidence(
  logits: Float64Array,
  start: number,
  k: number,
  chosen: number,
  factor: number,
): number {
  const z = logits[start + chosen]!;
  let sum = 1;
  let seen = z !== -Infinity;
  for (let j = 0; j < k; j++) {
    const other = logits[start + j]!;
    if (j === chosen || other === -Infinity) continue;
    seen = true;
    sum += z === -Infinity ? Infinity : Math.exp(factor * (other - z));
  }
  return seen ? 1 / sum : Number.NaN;
}

/** Logarithm of what can be added to a sum of 1 or more without changing it: 2^−54. */
const NOTHING = -37.43;

/**
 * Confidence of every row: probability of the chosen option, renormalised over its options.
 * `logits`: n·k numbers, row-major; `chosen`: n option indices; `factor`: α/T ≥ 0. Returns n
 * numbers in [0, 1] (NaN where every logit of the row is −Infinity). Throws RangeError when the
 * lengths do not agree.
 */
export function scaledConfidence(
  logits: Float64Array,
  k: number,
  chosen: ArrayLike<number>,
  factor: number,
): Float64Array {
  const n = chosen.length;
  if (logits.length !== n * k)
    throw new RangeError(`scaledConfidence: ${logits.length} logits for ${n} rows of ${k} options`);
  if (!(factor >= 0)) throw new RangeError(`scaledConfidence: factor α/T is ${factor}, not ≥ 0`);
  const confidence = new Float64Array(n);
  for (let row = 0, start = 0; row < n; row++, start += k) {
    const z = logits[start + chosen[row]!]!;
    if (z === -Infinity) {
      confidence[row] = rowConfidence(logits, start, k, chosen[row]!, factor);
      continue;
    }
    // As `rowConfidence`, in place: this loop is most of what a slider waits for.
    let sum = 1;
    for (let j = 0; j < k; j++) {
      const other = logits[start + j]!;
      if (j === chosen[row] || other === -Infinity) continue;
      const odds = factor * (other - z);
      if (!(odds < NOTHING)) sum += Math.exp(odds);
    }
    confidence[row] = 1 / sum;
  }
  return confidence;
}
