/** Equal steps of [0, 1] that a histogram of confidences counts in. */
export const CELLS = 40;

/** How many of the confidences (in [0, 1]) lie in each cell; 1 in the last. */
export function histogram(confidence: Float64Array): Uint32Array {
  const counts = new Uint32Array(CELLS);
  for (const c of confidence) counts[Math.min(CELLS - 1, (c * CELLS) | 0)]!++;
  return counts;
}
