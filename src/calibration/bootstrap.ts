import { normalCdf, normalQuantile } from './normal';
import { quantileSorted } from './quantile';
import { createRandom } from './random';

/**
 * A number computed from some rows, given by index and repeated where drawn twice; NaN where it is
 * undefined.
 */
export type Statistic = (rows: Uint32Array) => number;

/** `resamples` 1000, `seed` 0, `level` 0.95, `method` percentile unless said otherwise. */
export type BootstrapOptions = {
  resamples?: number;
  seed?: string | number;
  level?: number;
  method?: 'percentile' | 'bca';
};

/**
 * Estimate and interval, with all that is needed to get them again. `undefinedDraws`: resamples in
 * which the statistic was NaN.
 */
export type Bootstrapped = Required<BootstrapOptions> & {
  value: number;
  low: number;
  high: number;
  undefinedDraws: number;
};

/** Jackknife groups for BCa: enough for the acceleration, and affordable at any n. */
const GROUPS = 200;

/**
 * Bootstrap interval of any statistic of n rows: whole rows are drawn, so everything that belongs
 * to a case stays together. `bca` corrects bias and skew (Efron 1987), the acceleration from a
 * jackknife over at most 200 groups of rows. NaN for n = 0 or a statistic that no resample defines.
 */
export function bootstrap(
  n: number,
  statistic: Statistic,
  { resamples = 1000, seed = 0, level = 0.95, method = 'percentile' }: BootstrapOptions = {},
): Bootstrapped {
  const value = statistic(Uint32Array.from({ length: n }, (_, i) => i));
  const draws = drawStatistics(n, [statistic], resamples, seed)[0]!;
  const defined = draws.filter((draw) => !Number.isNaN(draw)).sort();
  const tail = (1 - level) / 2;
  const at =
    method === 'bca' && defined.length > 0
      ? bcaLevels(defined, value, acceleration(n, statistic), tail)
      : [tail, 1 - tail];
  return {
    value,
    low: quantileSorted(defined, at[0]!),
    high: quantileSorted(defined, at[1]!),
    undefinedDraws: draws.length - defined.length,
    ...{ resamples, seed, level, method },
  };
}

/** One array of `resamples` values a statistic; all statistics see the same drawn rows. */
export function drawStatistics(
  n: number,
  statistics: readonly Statistic[],
  resamples: number,
  seed: string | number,
): Float64Array[] {
  const random = createRandom(seed);
  const rows = new Uint32Array(n);
  const draws = statistics.map(() => new Float64Array(resamples));
  for (let b = 0; b < resamples; b++) {
    for (let i = 0; i < n; i++) rows[i] = Math.floor(random() * n);
    for (const [s, statistic] of statistics.entries()) draws[s]![b] = statistic(rows);
  }
  return draws;
}

function acceleration(n: number, statistic: Statistic): number {
  const groups = Math.min(n, GROUPS);
  const values = Array.from({ length: groups }, (_, g) => {
    const [from, to] = [Math.floor((g * n) / groups), Math.floor(((g + 1) * n) / groups)];
    return statistic(
      Uint32Array.from({ length: n - to + from }, (_, i) => (i < from ? i : i + to - from)),
    );
  }).filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [square, cube] = [2, 3].map((power) =>
    values.reduce((sum, value) => sum + (mean - value) ** power, 0),
  );
  return square! > 0 ? cube! / (6 * square! ** 1.5) : 0;
}

function bcaLevels(
  draws: Float64Array,
  value: number,
  acceleration: number,
  tail: number,
): number[] {
  let below = 0;
  for (const draw of draws) below += draw < value ? 1 : draw === value ? 0.5 : 0;
  const half = 0.5 / draws.length;
  const bias = normalQuantile(Math.min(1 - half, Math.max(half, below / draws.length)));
  return [tail, 1 - tail].map((level) => {
    const z = bias + normalQuantile(level);
    return normalCdf(bias + z / (1 - acceleration * z));
  });
}
