/**
 * Probabilities of all options of all rows: softmax of factor·logits within each row, n·k numbers,
 * row-major. `factor`: α/T ≥ 0. Options at −Infinity have probability 0; a row of nothing else is
 * NaN.
 */
export function probabilities(logits: Float64Array, k: number, factor = 1): Float64Array {
  const result = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += k) {
    let max = -Infinity;
    for (let i = start; i < start + k; i++) if (logits[i]! > max) max = logits[i]!;
    let sum = 0;
    for (let i = start; i < start + k; i++) {
      const weight = logits[i] === -Infinity ? 0 : Math.exp(factor * (logits[i]! - max));
      result[i] = weight;
      sum += weight;
    }
    for (let i = start; i < start + k; i++) result[i]! /= sum;
  }
  return result;
}

/** Logits that give these probabilities back: their logarithms, −Infinity for 0. */
export function logitsOf(values: Float64Array): Float64Array {
  return values.map((p) => Math.log(p));
}

/** Option of the largest value in each row; the first one where several tie. */
export function argmaxRows(values: Float64Array, k: number): Uint32Array {
  return Uint32Array.from({ length: values.length / k }, (_, row) => {
    let best = 0;
    for (let j = 1; j < k; j++) if (values[row * k + j]! > values[row * k + best]!) best = j;
    return best;
  });
}
