import { placeRows, type BinningOptions } from './bins';
import type { Statistic } from './bootstrap';
import { eceOfSums, equalMassEceOfTimes } from './eceResampling';

/** Mean of a column over the drawn rows; NaN for none. */
export function meanStatistic(column: Float64Array | Uint8Array): Statistic {
  return (rows) => {
    let sum = 0;
    for (const row of rows) sum += column[row]!;
    return sum / rows.length;
  };
}

/**
 * ECE of the drawn rows, as many as there are rows. Equal-mass bins are cut anew in every draw, without sorting it;
 * equal-width bins stay. The same number as `eceOfRows` of the drawn rows.
 */
export function eceStatistic(
  confidence: Float64Array,
  correct: Uint8Array,
  options: BinningOptions = {},
): Statistic {
  const { bins = 15, binning = 'equal-mass' } = options;
  const n = confidence.length;
  if (binning === 'equal-width') {
    const { index, lower } = placeRows(confidence, options);
    return (rows) => {
      const gaps = new Float64Array(lower.length);
      for (const row of rows)
        if (index[row]! >= 0) gaps[index[row]!]! += correct[row]! - confidence[row]!;
      return eceOfSums(gaps, rows.length);
    };
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => confidence[a]! - confidence[b]!,
  );
  const rank = new Uint32Array(n);
  order.forEach((row, at) => (rank[row] = at));
  const sorted = Float64Array.from(order, (row) => confidence[row]!);
  const gap = Float64Array.from(order, (row) => correct[row]! - confidence[row]!);
  const times = new Uint16Array(n);
  return (rows) => {
    if (rows.length !== n) throw new RangeError(`eceStatistic: ${rows.length} drawn rows of ${n}`);
    times.fill(0);
    for (let i = 0; i < n; i++) times[rank[rows[i]!]!]!++;
    return equalMassEceOfTimes(sorted, gap, times, bins);
  };
}
