import { summarise, type Bin } from '../bins';
import { between, splitRank } from '../edges';
import { sortRows } from '../sortRows';

/**
 * Buckets are the leading bits of 1 − c: exact near c = 1, where an overconfident model keeps all
 * its rows.
 */
const LOWEST = (1023 - 54) << 8;
const BUCKETS = (1023 << 8) - LOWEST + 2;

/**
 * Rows, sum of confidences, right rows and range of one bucket, or of rows of equal confidence in
 * it.
 */
type Group = { count: number; sum: number; right: number; min: number; max: number };

/** Cuts equal-mass bins of columns that change in place, without sorting them. */
export type Buckets = { equalMass: (bins: number) => Bin[] };

/** Buckets over a column of confidences, to be filled before each call, and its outcomes. */
export function createBuckets(confidence: Float64Array, correct: Uint8Array): Buckets {
  const n = confidence.length;
  const key = new Uint16Array(n);
  const [counts, rights] = [new Uint32Array(BUCKETS), new Uint32Array(BUCKETS)];
  const [sums, mins, maxs] = [0, 0, 0].map(() => new Float64Array(BUCKETS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const rest = new Float64Array(1);
  const words = new Uint32Array(rest.buffer);
  rest[0] = 1;
  const high = words[1] === 0 ? 0 : 1;

  const count = (): void => {
    for (const column of [counts, rights, sums, maxs]) column.fill(0);
    mins.fill(Infinity);
    for (let row = 0; row < n; row++) {
      const c = confidence[row]!;
      rest[0] = 1 - c;
      const bucket = Math.max(0, (words[high]! >>> 12) - LOWEST + 1);
      key[row] = bucket;
      counts[bucket]!++;
      sums[bucket]! += c;
      rights[bucket]! += correct[row]!;
      if (c < mins[bucket]!) mins[bucket] = c;
      if (c > maxs[bucket]!) maxs[bucket] = c;
    }
  };

  const whole = (bucket: number): Group => ({
    count: counts[bucket]!,
    sum: sums[bucket]!,
    right: rights[bucket]!,
    min: mins[bucket]!,
    max: maxs[bucket]!,
  });

  /** Buckets that a border cuts: it falls inside, and not all their rows are equal. */
  const findCut = (ends: readonly number[]): Map<number, number[]> => {
    const cut = new Map<number, number[]>();
    let [before, part] = [0, 0];
    for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
      const after = before + counts[bucket]!;
      while (part < ends.length && ends[part]! <= before) part++;
      if (part < ends.length && ends[part]! < after && mins[bucket]! < maxs[bucket]!)
        cut.set(bucket, []);
      before = after;
    }
    if (cut.size > 0)
      for (let row = 0; row < n; row++) if (cut.has(key[row]!)) cut.get(key[row]!)!.push(row);
    return cut;
  };

  const equalMass = (bins: number): Bin[] => {
    count();
    const parts = Math.min(bins, n);
    const ends = Array.from({ length: parts }, (_, part) => splitRank(n, parts, part + 1));
    const cut = findCut(ends);
    const cutter = createCutter(ends);
    for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
      if (counts[bucket] === 0) continue;
      const rows = cut.get(bucket);
      if (rows === undefined) cutter.add(whole(bucket));
      else
        tiedGroups(
          Float64Array.from(rows, (row) => confidence[row]!),
          Uint8Array.from(rows, (row) => correct[row]!),
        ).forEach(cutter.add);
    }
    return cutter.finish();
  };
  return { equalMass };
}

/** Rows of equal confidence, ascending. */
function tiedGroups(confidence: Float64Array, correct: Uint8Array): Group[] {
  const sorted = sortRows(confidence, correct);
  const groups: Group[] = [];
  for (const [i, c] of sorted.values.entries()) {
    let group = groups.at(-1);
    if (group?.max !== c) groups.push((group = { count: 0, sum: 0, right: 0, min: c, max: c }));
    group.count++;
    group.sum += c;
    group.right += sorted.correct[i]!;
  }
  return groups;
}

/**
 * Takes ascending groups, none of which may be parted, and closes a bin at the first group that
 * reaches its end rank.
 */
function createCutter(ends: readonly number[]): {
  add: (group: Group) => void;
  finish: () => Bin[];
} {
  const closed: Group[] = [];
  let open: Group | null = null;
  let [reached, part] = [0, 0];
  const add = (group: Group): void => {
    open = open === null ? { ...group } : merge(open, group);
    reached += group.count;
    if (reached < ends[part]!) return;
    closed.push(open);
    open = null;
    while (part < ends.length && ends[part]! <= reached) part++;
  };
  const finish = (): Bin[] =>
    closed.map(({ count, sum, right, min, max }, b) => {
      const [below, above] = [closed[b - 1], closed[b + 1]];
      const lower = below === undefined ? 0 : between(below.max, min);
      const upper = above === undefined ? 1 : between(max, above.min);
      return summarise(lower, upper, count, sum, right);
    });
  return { add, finish };
}

function merge(a: Group, b: Group): Group {
  return {
    count: a.count + b.count,
    sum: a.sum + b.sum,
    right: a.right + b.right,
    min: a.min,
    max: b.max,
  };
}
