import { softplus } from '../calibrators/logOdds';
import { MAX_ROW_NLL } from '../nll';
import { TERMS, type Blocks } from './blocks';

/**
 * Largest factor·radius for which a block's series is used. The sigmoid is analytic and below 1.68
 * in |Im x| ≤ 2.5, so its coefficients are below 1.68/2.5^p and the remainder after order 7 below
 * 1.68·q^8/(1 − q), q = 0.2/2.5: 3e-9 a row for the confidence, 1e-8 for the Brier score, 1e-9 for
 * the loss.
 */
const REACH = 0.2;

/** What `REACH` guarantees of any figure, with room for rounding. */
export const SERIES_ERROR = 2e-8;

/** Beyond this, a confidence is 0 or 1 to 2^−52, and a loss 0 or clipped. */
const SATURATED = MAX_ROW_NLL;

/**
 * Confidence of a margin (logit of the chosen option minus the other's), bit for bit as
 * `rowConfidence` has it.
 */
export function marginConfidence(margin: number, factor: number): number {
  if (margin === Infinity) return 1;
  if (margin === -Infinity) return 0;
  return 1 / (1 + Math.exp(factor * -margin));
}

/** Sums over all rows, and `before[b]`: the sum of confidences of the rows before block b. */
export type Sums = {
  before: Float64Array;
  square: number;
  right: number;
  loss: number;
  clipped: number;
};

/** All sums that a tick needs, block by block. `totals.before` is filled in place. */
export function sumBlocks(
  blocks: Blocks,
  margins: Float64Array,
  correct: Uint8Array,
  factor: number,
  before: Float64Array,
): Sums {
  const { start, centre, radius, moments, rightMoments } = blocks;
  // Plain variables and indices throughout: this loop is the tick.
  const a = new Float64Array(TERMS);
  const squares = new Float64Array(TERMS);
  const straddling: number[] = [];
  let total = 0;
  let square = 0;
  let rightSum = 0;
  let loss = 0;
  let clipped = 0;
  for (let b = 0; b < centre.length; b++) {
    before[b] = total;
    const from = start[b]!;
    const to = start[b + 1]!;
    const low = factor * margins[from]!;
    const high = factor * margins[to - 1]!;
    const at = b * TERMS;
    const right = rightMoments[at]!;
    if (low > SATURATED && radius[b]! < Infinity) {
      total += to - from;
      square += to - from;
      rightSum += right;
      clipped += to - from - right;
    } else if (high < -SATURATED && radius[b]! < Infinity) clipped += right;
    else if (factor * radius[b]! <= REACH && low > -SATURATED && high < SATURATED) {
      const x = factor * centre[b]!;
      expand(x, a, squares);
      let power = 1;
      // −log σ has the value softplus(−x) and the derivative σ − 1.
      loss += (Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)))) * (to - from);
      loss -= factor * moments[at + 1]!;
      for (let p = 0; p < TERMS; p++) {
        const moment = power * moments[at + p]!;
        total += a[p]! * moment;
        square += squares[p]! * moment;
        rightSum += a[p]! * power * rightMoments[at + p]!;
        if (p > 0) loss += (a[p - 1]! / p) * moment;
        power *= factor;
      }
      // A wrong row's gold is the other option: its loss is softplus(x) = softplus(−x) + x.
      loss +=
        factor * (centre[b]! * (to - from - right) + moments[at + 1]! - rightMoments[at + 1]!);
    } else {
      straddling.push(b);
      for (let i = from; i < to; i++) total += marginConfidence(margins[i]!, factor);
    }
  }
  before[centre.length] = total;
  const sums = { before, square, right: rightSum, loss, clipped };
  for (const b of straddling) addRows(margins, correct, factor, start[b]!, start[b + 1]!, sums);
  sums.loss += sums.clipped * MAX_ROW_NLL;
  return sums;
}

/** Taylor coefficients at x of σ (from σ′ = σ − σ²) and of σ². */
function expand(x: number, a: Float64Array, squares: Float64Array): void {
  a[0] = 1 / (1 + Math.exp(-x));
  for (let p = 0; p < TERMS; p++) {
    let square = 0;
    for (let i = 0; i <= p; i++) square += a[i]! * a[p - i]!;
    squares[p] = square;
    if (p + 1 < TERMS) a[p + 1] = (a[p]! - square) / (p + 1);
  }
}

/** Rows one by one: where the series would not converge, or the clip falls inside a block. */
function addRows(
  margins: Float64Array,
  correct: Uint8Array,
  factor: number,
  from: number,
  to: number,
  sums: Sums,
): void {
  for (let i = from; i < to; i++) {
    const c = marginConfidence(margins[i]!, factor);
    sums.square += c * c;
    if (correct[i] === 1) sums.right += c;
    const against = correct[i] === 1 ? -margins[i]! : margins[i]!;
    const loss = Math.abs(against) === Infinity ? Math.max(against, 0) : softplus(factor * against);
    if (loss > MAX_ROW_NLL) sums.clipped++;
    else sums.loss += loss;
  }
}
