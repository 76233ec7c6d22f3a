import { binIndex, type BinningOptions } from './bins';
import type { Bounds } from './confidenceBounds';

/**
 * Between which values the mean confidence of each bin lies when that of its rows is known to [low, high] only: the rows are those
 * that `confidence`, n numbers in [0, 1], puts there under the same options. NaN for an empty bin. `bins`: how many there are.
 * Throws RangeError for lengths that differ.
 */
export function binBounds(
  { low, high }: Bounds,
  confidence: Float64Array,
  bins: number,
  options: BinningOptions = {},
): Bounds {
  if (low.length !== confidence.length || high.length !== confidence.length)
    throw new RangeError(
      `binBounds: ${low.length} and ${high.length} ends, ${confidence.length} confidences`,
    );
  const counts = new Float64Array(bins);
  const [from, to] = [new Float64Array(bins), new Float64Array(bins)];
  binIndex(confidence, options).forEach((bin, i) => {
    if (bin < 0) return;
    counts[bin]!++;
    from[bin]! += low[i]!;
    to[bin]! += high[i]!;
  });
  const mean = (sum: number, bin: number) => sum / counts[bin]!;
  return { low: from.map(mean), high: to.map(mean) };
}
