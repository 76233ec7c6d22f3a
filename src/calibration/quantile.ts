/**
 * Quantile q ∈ [0, 1] of ascending `sorted`, linear between order statistics (Hyndman & Fan type 7,
 * as numpy's default). NaN when there is no value.
 */
export function quantileSorted(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, q));
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  // low + 0·(∞ − low) would be NaN.
  return at === below ? low : low + (at - below) * (high - low);
}
