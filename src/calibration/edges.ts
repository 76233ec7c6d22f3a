/**
 * How a confidence on the border of two equal-width bins is placed. Each named convention follows one implementation, border
 * values included, because users compare our number with theirs (torch's borders differ by a last bit between processors).
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

/**
 * Border values of equal-mass bins: sizes as even as `numpy.array_split`, rows of equal confidence never parted (the bin
 * below keeps them), so there may be fewer bins than asked for. `sorted`: ascending confidences.
 */
export function equalMassEdges(sorted: Float64Array, bins: number): Float64Array {
  const n = sorted.length;
  const borders = [0];
  for (const end of equalMassEnds(sorted, bins)) {
    if (end === n) break;
    const below = sorted[end - 1]!;
    const middle = (below + sorted[end]!) / 2;
    // Neighbouring floats: the middle may round up to the upper one.
    borders.push(middle < sorted[end]! ? middle : below);
  }
  return Float64Array.from([...borders, 1]);
}

/** Ranks (exclusive) at which equal-mass bins end in ascending `sorted`; the last one is n. Empty for n = 0. */
export function equalMassEnds(sorted: Float64Array, bins: number): number[] {
  const n = sorted.length;
  const parts = Math.min(bins, n);
  const ends: number[] = [];
  for (let part = 1; part <= parts; part++) {
    let end = splitRank(n, parts, part);
    if (end <= (ends.at(-1) ?? 0)) continue;
    const tied = sorted[end - 1];
    if (sorted[end] === tied) end = upperBound(sorted, tied!, end, n);
    ends.push(end);
  }
  return ends;
}

/** Rank at which part number `part` (1 …) of `parts` even parts of n rows ends: the first n mod parts hold one more. */
export function splitRank(n: number, parts: number, part: number): number {
  return part * Math.floor(n / parts) + Math.min(part, n % parts);
}

/** First index in [from, to) of ascending `values` whose value exceeds `value`; `to` when none does. */
export function upperBound(
  values: Float64Array,
  value: number,
  from = 0,
  to = values.length,
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index in [from, to) of ascending `values` whose value is at least `value`; `to` when none is. */
export function lowerBound(
  values: Float64Array,
  value: number,
  from = 0,
  to = values.length,
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
