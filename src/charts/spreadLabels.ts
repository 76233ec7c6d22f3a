/**
 * Positions of labels that want to be at `wanted` and stay at least `gap` apart within [low, high], in the order of what they
 * want; where there is no room for all, they overlap evenly. Same order as given.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const step = Math.min(gap, (high - low) / Math.max(1, wanted.length - 1));
  const placed = order.map((i) => Math.min(high, Math.max(low, wanted[i]!)));
  for (let k = 1; k < placed.length; k++) placed[k] = Math.max(placed[k]!, placed[k - 1]! + step);
  const last = placed.length - 1;
  if (last >= 0) placed[last] = Math.min(placed[last]!, high);
  for (let k = last - 1; k >= 0; k--) placed[k] = Math.min(placed[k]!, placed[k + 1]! - step);
  const result = new Array<number>(wanted.length).fill(0);
  order.forEach((i, k) => (result[i] = placed[k]!));
  return result;
}
