import type { Ranked } from './edges';

/**
 * Buckets are the leading bits of 1 − c, from 2^−54 on: fine near c = 1, where an overconfident
 * model keeps all its rows. More bits where more rows would share a bucket.
 */
const SMALLEST = 1023 - 54;
const FEW = 8192;
const BITS = { few: 6, many: 10 } as const;
const lastOf = (bits: number): number => (54 << bits) + 1;

/**
 * Rows dealt into buckets of neighbouring values, ascending. `bucket`: of each row; bucket b holds
 * the ranks start[b] … start[b + 1] − 1, for b up to `last`. `at`: the value of a rank. Good until the next deal.
 */
export type Dealt = {
  readonly bucket: Uint16Array;
  readonly start: Uint32Array;
  readonly last: number;
  readonly at: Ranked;
};

/** Room that every deal uses again: a slider deals in every frame. */
const room = {
  bucket: new Uint16Array(),
  values: new Float64Array(),
  start: new Uint32Array(lastOf(BITS.many) + 2),
  next: new Uint32Array(lastOf(BITS.many) + 2),
  sorted: new Uint8Array(lastOf(BITS.many) + 1),
};

/**
 * Confidences in [0, 1] in ascending order, of which only the buckets that are asked for get
 * sorted: a few of many, for bins of equal mass.
 */
export function dealRows(confidence: Float64Array): Dealt {
  const n = confidence.length;
  if (room.values.length < n) {
    room.bucket = new Uint16Array(n);
    room.values = new Float64Array(n);
  }
  const { bucket, values, start, next, sorted } = room;
  const bits = n < FEW ? BITS.few : BITS.many;
  const shift = 20 - bits;
  const lowest = SMALLEST << bits;
  const last = lastOf(bits);
  start.fill(0, 0, last + 2);
  sorted.fill(0, 0, last + 1);
  const rest = new Float64Array(1);
  const words = new Uint32Array(rest.buffer);
  rest[0] = 1;
  const high = words[1] === 0 ? 0 : 1;
  for (let row = 0; row < n; row++) {
    rest[0] = 1 - confidence[row]!;
    const own = last - Math.max(0, (words[high]! >>> shift) - lowest + 1);
    bucket[row] = own;
    start[own + 1]!++;
  }
  for (let b = 0; b <= last; b++) start[b + 1]! += start[b]!;
  next.set(start.subarray(0, last + 1));
  for (let row = 0; row < n; row++) values[next[bucket[row]!]!++] = confidence[row]!;

  const bucketOf = (rank: number): number => {
    let [from, to] = [0, last];
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
  return { bucket, start, last, at };
}
