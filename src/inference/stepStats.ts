/** How many of the likeliest tokens a step keeps. */
export const TOP = 10;

/**
 * ln Σ exp(zᵢ) of `size` raw logits from `offset` on, in float64. Range: [max z, max z + ln size].
 */
export function logSumExpAt(logits: Float32Array, offset: number, size: number): number {
  const end = offset + size;
  let max = -Infinity;
  for (let i = offset; i < end; i++) if (logits[i]! > max) max = logits[i]!;
  let sum = 0;
  for (let i = offset; i < end; i++) sum += Math.exp(logits[i]! - max);
  return max + Math.log(sum);
}

/**
 * Writes the ids of the `TOP` largest of `size` logits (fewer when size is smaller), largest first, the
 * lower id first among equals, into `ids` from `at` on. Returns how many there are.
 */
export function topIdsAt(
  logits: Float32Array,
  offset: number,
  size: number,
  ids: Int32Array,
  at: number,
): number {
  const kept = Math.min(TOP, size);
  let filled = 0;
  let least = -Infinity;
  for (let id = 0; id < size; id++) {
    const logit = logits[offset + id]!;
    if (filled === kept && !(logit > least)) continue;
    let place = filled === kept ? kept - 1 : filled++;
    while (place > 0 && logits[offset + ids[at + place - 1]!]! < logit) {
      ids[at + place] = ids[at + place - 1]!;
      place--;
    }
    ids[at + place] = id;
    if (filled === kept) least = logits[offset + ids[at + kept - 1]!]!;
  }
  return kept;
}
