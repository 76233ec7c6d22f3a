import { betaQuantile } from './incompleteBeta';
import type { Interval } from './wilson';

/**
 * Clopper–Pearson (“exact”) interval for a proportion: covers at least `level` whatever the truth.
 * Wider than Wilson's. `n` = 0 knows nothing: [0, 1]. Throws RangeError unless 0 ≤ successes ≤ n.
 */
export function clopperPearson(successes: number, n: number, level = 0.95): Interval {
  if (!(successes >= 0 && successes <= n))
    throw new RangeError(`clopperPearson: ${successes} successes out of ${n} trials`);
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}
