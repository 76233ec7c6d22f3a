import type { Ranked } from './edges';

/**
 * Buckets are the leading bits of 1 − c: exact near c = 1, where an overconfident model keeps all
 * its rows.
 */
const LOWEST = (1023 - 54) << 8;
const LAST = (1023 << 8) - LOWEST + 1;

/**
 * Rows dealt into buckets of neighbouring values, ascending. `bucket`: of each row; bucket b holds
 * the ranks start[b] … start[b + 1] − 1. `at`: the value of a rank.
 */
export type Dealt = {
  readonly bucket: Uint16Array;
  readonly start: Uint32Array;
  readonly at: Ranked;
};

/**
 * Confidences in [0, 1] in ascending order, of which only the buckets that are asked for get
 * sorted: a few of many, for bins of equal mass.
 */
export function dealRows(confidence: Float64Array): Dealt {
  const n = confidence.length;
  const bucket = new Uint16Array(n);
  const start = new Uint32Array(LAST + 2);
  const rest = new Float64Array(1);
  const words = new Uint32Array(rest.buffer);
  rest[0] = 1;
  const high = words[1] === 0 ? 0 : 1;
  for (let row = 0; row < n; row++) {
    rest[0] = 1 - confidence[row]!;
    const own = LAST - Math.max(0, (words[high]! >>> 12) - LOWEST + 1);
    bucket[row] = own;
    start[own + 1]!++;
  }
  for (let b = 0; b <= LAST; b++) start[b + 1]! += start[b]!;
  const values = new Float64Array(n);
  const next = start.slice();
  for (let row = 0; row < n; row++) values[next[bucket[row]!]!++] = confidence[row]!;

  const sorted = new Uint8Array(LAST + 1);
  const bucketOf = (rank: number): number => {
    let [from, to] = [0, LAST];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (start[middle + 1]! > rank) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  const at = (rank: number): number => {
    const own = bucketOf(rank);
    if (sorted[own] === 0) values.subarray(start[own], start[own + 1]).sort();
    sorted[own] = 1;
    return values[rank]!;
  };
  return { bucket, start, at };
}
