/**
 * How a confidence on the border of two equal-width bins is placed. Each named convention follows
 * one implementation, border values included, because users compare our number with theirs (torch's
 * borders differ by a last bit between processors).
 * - `right`: (a, b], 0 in the first bin (default; verified_calibration).
 * - `left`: [a, b), 1 in the last bin (numpy, netcal).
 * - `guo`: (a, b], 0 in no bin (Guo et al. 2017).
 * - `torchmetrics`: [a, b), 1.0 alone in an extra bin (torchmetrics, relplot).
 */
export type Edges = 'right' | 'left' | 'guo' | 'torchmetrics';

/** Border values of `bins` equal-width bins of [0, 1]: bins + 1 numbers. */
export function equalWidthEdges(bins: number, edges: Edges): Float64Array {
  const step = 1 / bins;
  const border = (i: number): number => {
    if (i === bins) return 1;
    if (edges === 'right') return i / bins;
    if (edges === 'left') return i * step;
    // torch.linspace counts the upper half down from 1.
    return i < (bins + 1) / 2 ? i * step : 1 - step * (bins - i);
  };
  return Float64Array.from({ length: bins + 1 }, (_, i) => border(i));
}

/** Ascending values, by rank. */
export type Ranked = (rank: number) => number;

/**
 * Border values of equal-mass bins: sizes as even as `numpy.array_split`, rows of equal confidence
 * never parted (the bin below keeps them), so there may be fewer bins than asked for. `sorted`:
 * ascending confidences, at least one.
 */
export function equalMassEdges(sorted: Float64Array, bins: number): Float64Array {
  const at: Ranked = (rank) => sorted[rank]!;
  return edgesAt(equalMassEnds(sorted.length, at, bins), at);
}

/**
 * Border values between bins that end at the ranks `ends`: 0, the middles between neighbours, 1.
 */
export function edgesAt(ends: readonly number[], at: Ranked): Float64Array {
  const inner = ends.slice(0, -1).map((end) => between(at(end - 1), at(end)));
  return Float64Array.from([0, ...inner, 1]);
}

/** A border that has `below` under it and `above` over it. */
export function between(below: number, above: number): number {
  const middle = (below + above) / 2;
  // Neighbouring floats: the middle may round up to the upper one.
  return middle < above ? middle : below;
}

/**
 * Ranks (exclusive) at which equal-mass bins of n ascending values end; the last one is n. Empty
 * for n = 0.
 */
export function equalMassEnds(n: number, at: Ranked, bins: number): number[] {
  const parts = Math.min(bins, n);
  const ends: number[] = [];
  for (let part = 1; part <= parts; part++) {
    let end = splitRank(n, parts, part);
    if (end <= (ends.at(-1) ?? 0)) continue;
    if (end < n && at(end) === at(end - 1)) end = firstRank(end, n, at, at(end - 1), true);
    ends.push(end);
  }
  return ends;
}

/**
 * First rank in [from, to) whose value exceeds `value` (or is at least `value` unless `beyond`);
 * `to` when none is.
 */
export function firstRank(
  from: number,
  to: number,
  at: Ranked,
  value: number,
  beyond: boolean,
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const here = at(middle);
    if (here < value || (beyond && here === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Rank at which part number `part` (1 …) of `parts` even parts of n rows ends: the first n mod
 * parts hold one more.
 */
export function splitRank(n: number, parts: number, part: number): number {
  return part * Math.floor(n / parts) + Math.min(part, n % parts);
}

/**
 * Finds the bin of a confidence among the equal-width bins of `borders`; −1 for 0 under `guo`, the
 * number of bins for 1 under `torchmetrics`.
 */
export function equalWidthPlacer(borders: Float64Array, edges: Edges): (c: number) => number {
  const bins = borders.length - 1;
  const last = bins - 1;
  const closedRight = edges === 'right' || edges === 'guo';
  const zero = edges === 'guo' ? -1 : 0;
  const one = edges === 'torchmetrics' ? bins : last;
  return (c) => {
    if (c === 0) return zero;
    if (c === 1) return one;
    // A guess that is off by one at most, put right by the border values themselves.
    let bin = Math.min((c * bins) | 0, last);
    if (closedRight) {
      if (c <= borders[bin]!) bin--;
      else if (c > borders[bin + 1]!) bin++;
    } else if (c < borders[bin]!) bin--;
    else if (c >= borders[bin + 1]!) bin++;
    return bin;
  };
}

/**
 * Where the bins of `equalWidthPlacer` begin and end: one more than asked for under `torchmetrics`.
 */
export function equalWidthLimits(
  borders: Float64Array,
  edges: Edges,
): { lower: Float64Array; upper: Float64Array } {
  if (edges !== 'torchmetrics') return { lower: borders.slice(0, -1), upper: borders.slice(1) };
  return { lower: borders, upper: Float64Array.from([...borders.slice(1), 1]) };
}
