import { rowConfidence } from './scaling';

/** Low and high end of a number of each row; equal where it is exact. */
export type Bounds = { readonly low: Float64Array; readonly high: Float64Array };

/**
 * Between which values each row's confidence lies when some option logits are known to an interval
 * only. `logits`: the low ends, n·k, row-major; `upper`: the high ends, NaN where the logit is exact
 * (then the low end is it); `chosen`: n option indices; `factor`: α/T ≥ 0. The confidence falls in
 * the other options' logits and rises in its own, so the ends are attained at ends of the intervals:
 * exact for independent intervals, conservative where missing options share one rest of mass. The
 * point value, `scaledConfidence(logits, …)`, lies inside: it is the high end unless the chosen
 * option itself is inexact. Throws RangeError when the lengths do not agree.
 */
export function confidenceBounds(
  logits: Float64Array,
  upper: Float64Array,
  k: number,
  chosen: ArrayLike<number>,
  factor: number,
): Bounds {
  const n = chosen.length;
  if (logits.length !== n * k || upper.length !== n * k)
    throw new RangeError(
      `confidenceBounds: ${logits.length} and ${upper.length} logits for ${n} rows of ${k} options`,
    );
  if (!(factor >= 0)) throw new RangeError(`confidenceBounds: factor α/T is ${factor}, not ≥ 0`);
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  const worst = new Float64Array(k);
  const best = new Float64Array(k);
  for (let row = 0; row < n; row++) {
    const own = chosen[row]!;
    for (let j = 0; j < k; j++) {
      const least = logits[row * k + j]!;
      const bound = upper[row * k + j]!;
      const most = Number.isNaN(bound) ? least : Math.max(least, bound);
      worst[j] = j === own ? least : most;
      best[j] = j === own ? most : least;
    }
    low[row] = rowConfidence(worst, 0, k, own, factor);
    high[row] = rowConfidence(best, 0, k, own, factor);
  }
  return { low, high };
}
