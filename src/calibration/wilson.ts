/** The 97.5 % quantile of the standard normal distribution: half-width of a 95 % interval. */
export const Z95 = 1.959963984540054;

/** Interval for a proportion, both ends in [0, 1]. */
export type Interval = { low: number; high: number };

/**
 * Wilson score interval for `successes` out of `n` trials, 95 % unless another normal quantile `z`
 * is given. `n` = 0 knows nothing: [0, 1]. Throws RangeError unless 0 ≤ successes ≤ n. Source:
 * Wilson 1927; the same numbers as `scipy.stats.binomtest(…).proportion_ci(method='wilson')`.
 */
export function wilson(successes: number, n: number, z: number = Z95): Interval {
  if (!(successes >= 0 && successes <= n))
    throw new RangeError(`wilson: ${successes} successes out of ${n} trials`);
  if (n === 0) return { low: 0, high: 1 };
  const p = successes / n;
  const z2n = (z * z) / n;
  const centre = (p + z2n / 2) / (1 + z2n);
  const half = ((z / (1 + z2n)) * Math.sqrt(p * (1 - p) + z2n / 4)) / Math.sqrt(n);
  // The ends are exactly 0 and 1 there; rounding would leave 1e-17.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}
