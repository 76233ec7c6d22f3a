import { drawStatistics, type BootstrapOptions, type Statistic } from './bootstrap';
import { quantileSorted } from './quantile';

/**
 * first − second with its percentile interval; `p`: two-sided bootstrap p-value of “no difference”.
 */
export type Difference = {
  value: number;
  low: number;
  high: number;
  p: number;
  resamples: number;
  seed: string | number;
  level: number;
};

/**
 * Difference of two statistics of the same n cases (two models, or one before and after
 * calibration). Both see the same drawn cases, so what a case does to both cancels. NaN for n = 0.
 */
export function pairedDifference(
  n: number,
  first: Statistic,
  second: Statistic,
  { resamples = 1000, seed = 0, level = 0.95 }: Omit<BootstrapOptions, 'method'> = {},
): Difference {
  const all = Uint32Array.from({ length: n }, (_, i) => i);
  const [a, b] = drawStatistics(n, [first, second], resamples, seed);
  const draws = a!.map((value, i) => value - b![i]!);
  return { ...differenceOfDraws(first(all) - second(all), draws, level), resamples, seed };
}

/** Interval and p of a difference from its bootstrap draws, those that are NaN left out. */
export function differenceOfDraws(
  value: number,
  all: Float64Array,
  level = 0.95,
): Omit<Difference, 'resamples' | 'seed'> {
  const draws = all.filter((draw) => !Number.isNaN(draw)).sort();
  let [below, above] = [0, 0];
  for (const draw of draws) {
    if (draw <= 0) below++;
    if (draw >= 0) above++;
  }
  const tail = (1 - level) / 2;
  const p = Math.min(1, (2 * (1 + Math.min(below, above))) / (1 + draws.length));
  return {
    value,
    low: quantileSorted(draws, tail),
    high: quantileSorted(draws, 1 - tail),
    p: draws.length === 0 ? Number.NaN : p,
    level,
  };
}
