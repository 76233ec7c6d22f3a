import { placeRows, type BinningOptions } from './bins';
import { defaultResamples } from './ece';
import { quantileSorted } from './quantile';
import { createRandom } from './random';

/**
 * Where a bin's accuracy would lie with probability `level` were the model calibrated, around its
 * mean confidence.
 */
export type BandBin = { confidence: number; low: number; high: number };

/**
 * Consistency band around the diagonal: rows are resampled, their outcomes drawn as y ~
 * Bernoulli(confidence), and quantiles of each bin's (accuracy − mean confidence) taken. One entry
 * a bin of `reliabilityBins`; NaN where it is empty. It is **not** an interval around the observed
 * accuracy. Source: Bröcker & Smith 2007.
 */
export function consistencyBand(
  confidence: Float64Array,
  options: BinningOptions = {},
  {
    resamples = defaultResamples(confidence.length),
    seed = 0,
    level = 0.95,
  }: { resamples?: number; seed?: string | number; level?: number } = {},
): BandBin[] {
  const n = confidence.length;
  const { index, lower } = placeRows(confidence, options);
  const bins = lower.length;
  const random = createRandom(seed);
  const draws = Array.from(lower, () => new Float64Array(resamples).fill(Number.NaN));
  for (let b = 0; b < resamples; b++) {
    const [gaps, counts] = [new Float64Array(bins), new Float64Array(bins)];
    for (let i = 0; i < n; i++) {
      const row = Math.floor(random() * n);
      const [c, right] = [confidence[row]!, random() < confidence[row]!];
      const bin = index[row]!;
      if (bin < 0) continue;
      gaps[bin]! += (right ? 1 : 0) - c;
      counts[bin]!++;
    }
    for (const [bin, column] of draws.entries()) column[b] = gaps[bin]! / counts[bin]!;
  }
  const [sums, counts] = [new Float64Array(bins), new Float64Array(bins)];
  for (const [row, bin] of index.entries()) {
    if (bin < 0) continue;
    sums[bin]! += confidence[row]!;
    counts[bin]!++;
  }
  return draws.map((column, bin) => {
    const sorted = column.filter((draw) => !Number.isNaN(draw)).sort();
    const mean = sums[bin]! / counts[bin]!;
    const tail = (1 - level) / 2;
    return {
      confidence: mean,
      low: Math.max(0, mean + quantileSorted(sorted, tail)),
      high: Math.min(1, mean + quantileSorted(sorted, 1 - tail)),
    };
  });
}
