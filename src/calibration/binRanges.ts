import type { BinningOptions } from './bins';
import type { Bounds } from './confidenceBounds';
import { equalWidthEdges, equalWidthPlacer, splitRank } from './edges';

/** First and last bin that each row can fall in; −1 stands for no bin (`guo` and 0). */
export type BinRanges = { readonly first: Int32Array; readonly last: Int32Array };

/** Number of ascending values below `value`, or below and equal. */
function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which bins each row can fall in when its confidence is known to [low, high] only. Equal width: the
 * bins of the two ends. Equal mass: the bin is told by how many rows lie strictly below, so by the
 * fewest and the most that can.
 */
export function binRanges({ low, high }: Bounds, options: BinningOptions = {}): BinRanges {
  const { bins = 15, binning = 'equal-mass', edges = 'right' } = options;
  if (binning === 'equal-width') {
    const place = equalWidthPlacer(equalWidthEdges(bins, edges), edges);
    return { first: Int32Array.from(low, place), last: Int32Array.from(high, place) };
  }
  const n = low.length;
  const parts = Math.min(bins, n);
  const partOfRank = (rank: number): number => {
    let part = Math.min(parts - 1, Math.floor((rank * parts) / Math.max(n, 1)));
    while (part > 0 && rank < splitRank(n, parts, part)) part--;
    while (part < parts - 1 && rank >= splitRank(n, parts, part + 1)) part++;
    return part;
  };
  const lows = Float64Array.from(low).sort();
  const highs = Float64Array.from(high).sort();
  const first = new Int32Array(n);
  const last = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const fewest = countBelow(highs, low[i]!, false);
    // The row itself is not below itself, though its low end may be below its high end.
    const most = countBelow(lows, high[i]!, false) - (low[i]! < high[i]! ? 1 : 0);
    first[i] = partOfRank(fewest);
    last[i] = partOfRank(Math.max(fewest, most));
  }
  return { first, last };
}
