/** Highest power of the Taylor series. */
export const ORDER = 7;

/** Terms of the series, and numbers that a block keeps. */
export const TERMS = ORDER + 1;

/** Rows a block may hold, and how far apart their margins may be where they are finite. */
const ROWS = 128;
const WIDTH = 0.04;
const WIDEST_COUNT = 16_384;

/**
 * Sorted margins cut into blocks of neighbours. Block b holds ranks start[b] … start[b + 1] − 1;
 * `centre` is the middle of its margins, `radius` half their spread (Infinity where they are
 * infinite). With d = margin − centre, `moments[b·TERMS + p]` is Σ d^p over its rows.
 */
export type Blocks = {
  start: Uint32Array;
  centre: Float64Array;
  radius: Float64Array;
  moments: Float64Array;
};

/** Cuts ascending margins (±Infinity allowed) into blocks. */
export function cutBlocks(margins: Float64Array): Blocks {
  const n = margins.length;
  const width = Math.max(WIDTH, finiteRange(margins) / WIDEST_COUNT);
  const starts: number[] = [];
  for (let i = 0; i < n; i++) {
    const from = starts.at(-1);
    if (from === undefined || i - from >= ROWS || margins[i]! - margins[from]! > width)
      starts.push(i);
  }
  const count = starts.length;
  const blocks: Blocks = {
    start: Uint32Array.from([...starts, n]),
    centre: new Float64Array(count),
    radius: new Float64Array(count).fill(Infinity),
    moments: new Float64Array(count * TERMS),
  };
  for (let b = 0; b < count; b++) {
    const [from, to] = [blocks.start[b]!, blocks.start[b + 1]!];
    const [low, high] = [margins[from]!, margins[to - 1]!];
    if (low === -Infinity || high === Infinity) continue;
    blocks.centre[b] = low + (high - low) / 2;
    blocks.radius[b] = (high - low) / 2;
    for (let i = from; i < to; i++) {
      const d = margins[i]! - blocks.centre[b]!;
      for (let p = 0, power = 1; p < TERMS; p++, power *= d)
        blocks.moments[b * TERMS + p]! += power;
    }
  }
  return blocks;
}

function finiteRange(sorted: Float64Array): number {
  let [from, to] = [0, sorted.length];
  while (from < to && sorted[from] === -Infinity) from++;
  while (to > from && sorted[to - 1] === Infinity) to--;
  return to > from ? sorted[to - 1]! - sorted[from]! : 0;
}
