import { TERMS, type Blocks } from './blocks';

/**
 * Largest factor·radius for which a block's series is used. The sigmoid is analytic and below 1.68
 * in |Im x| ≤ 2.5, so its coefficients are below 1.68/2.5^p and the remainder after order 7 below
 * 1.68·q^8/(1 − q), q = 0.2/2.5: 3e-9 a row.
 */
const REACH = 0.2;

/** What `REACH` guarantees of any figure, with room for rounding. */
export const SERIES_ERROR = 2e-8;

/** Beyond this, a confidence is 0 or 1 to 2^−52. */
const SATURATED = 37;

/**
 * Confidence of a margin (logit of the chosen option minus the other's), bit for bit as
 * `rowConfidence` has it.
 */
export function marginConfidence(margin: number, factor: number): number {
  if (margin === Infinity) return 1;
  if (margin === -Infinity) return 0;
  return 1 / (1 + Math.exp(factor * -margin));
}

/** Fills `before`, one longer than there are blocks: the sum of confidences of the rows before each block, and of all. */
export function sumBlocks(
  { start, centre, radius, moments }: Blocks,
  margins: Float64Array,
  factor: number,
  before: Float64Array,
): void {
  // Plain variables and indices throughout: this loop is the tick.
  const a = new Float64Array(TERMS);
  let total = 0;
  for (let b = 0; b < centre.length; b++) {
    before[b] = total;
    const from = start[b]!;
    const to = start[b + 1]!;
    const low = factor * margins[from]!;
    const high = factor * margins[to - 1]!;
    if (low > SATURATED && radius[b]! < Infinity) total += to - from;
    else if (high < -SATURATED && radius[b]! < Infinity) continue;
    else if (factor * radius[b]! <= REACH) {
      expand(factor * centre[b]!, a);
      for (let p = 0, power = 1; p < TERMS; p++, power *= factor)
        total += a[p]! * power * moments[b * TERMS + p]!;
    } else for (let i = from; i < to; i++) total += marginConfidence(margins[i]!, factor);
  }
  before[centre.length] = total;
}

/** Taylor coefficients of the sigmoid σ at x, from σ′ = σ − σ². */
function expand(x: number, a: Float64Array): void {
  a[0] = 1 / (1 + Math.exp(-x));
  for (let p = 0; p + 1 < TERMS; p++) {
    let square = 0;
    for (let i = 0; i <= p; i++) square += a[i]! * a[p - i]!;
    a[p + 1] = (a[p]! - square) / (p + 1);
  }
}
