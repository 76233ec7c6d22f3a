import { placeRows, refuseBinCount, refuseConfidence, type Bin, type BinningOptions } from './bins';
import { equalWidthEdges, equalWidthPlacer } from './edges';
import { eceOfSums, nullSums, resampledEce } from './eceResampling';
import { quantileSorted } from './quantile';
import { createRandom } from './random';

/**
 * Expected calibration error Σ count/n·|accuracy − confidence|, in [0, 1]. `n`: all rows, those in
 * no bin included. NaN for n = 0. Source: Naeini et al. 2015, Guo et al. 2017 (mean confidence of
 * the bin, not its midpoint).
 */
export function expectedCalibrationError(bins: readonly Bin[], n: number): number {
  let sum = 0;
  for (const bin of bins)
    if (bin.count > 0) sum += bin.count * Math.abs(bin.accuracy - bin.confidence);
  return sum / n;
}

/** How often to resample, and from which seed. Default: `defaultResamples(n)`, seed 0. */
export type Resampling = { resamples?: number; seed?: string | number };

/**
 * 1000 up to 200 000 rows, fewer above so that no more than 2·10^8 rows are drawn, but at least
 * 100.
 */
export function defaultResamples(n: number): number {
  return Math.max(100, Math.min(1000, Math.floor(2e8 / n)));
}

/** Estimate with the 95 % interval of `resamples` seeded bootstrap samples. */
export type EceInterval = {
  value: number;
  low: number;
  high: number;
  resamples: number;
  seed: string | number;
};

/**
 * ECE with its 95 % percentile interval from a paired bootstrap: rows (confidence, outcome) are
 * drawn together and binned anew. The plug-in ECE is biased upward and resampling adds to the bias,
 * so read `eceNull` beside it. NaN for n = 0.
 */
export function eceInterval(
  confidence: Float64Array,
  correct: Uint8Array,
  options: BinningOptions = {},
  { resamples = defaultResamples(confidence.length), seed = 0 }: Resampling = {},
): EceInterval {
  const n = confidence.length;
  const value = eceOfRows(confidence, correct, options);
  if (n === 0) return { value, low: Number.NaN, high: Number.NaN, resamples, seed };
  const draws = resampledEce(confidence, correct, options, resamples, createRandom(seed)).sort();
  return {
    value,
    low: quantileSorted(draws, 0.025),
    high: quantileSorted(draws, 0.975),
    resamples,
    seed,
  };
}

/**
 * What the ECE would be were the model perfectly calibrated at these confidences: `mean` and 95 %
 * quantile (`upper`) of `resamples` seeded draws of outcomes y ~ Bernoulli(confidence). `p`: share
 * of draws with an ECE of at least the observed one, (1 + hits)/(1 + resamples).
 */
export type EceNull = {
  mean: number;
  upper: number;
  p: number;
  resamples: number;
  seed: string | number;
};

/** Null distribution of the ECE (see `EceNull`). Conditional on the confidences. NaN for n = 0. */
export function eceNull(
  confidence: Float64Array,
  correct: Uint8Array,
  options: BinningOptions = {},
  { resamples = defaultResamples(confidence.length), seed = 0 }: Resampling = {},
): EceNull {
  const n = confidence.length;
  const nothing = { mean: Number.NaN, upper: Number.NaN, p: Number.NaN, resamples, seed };
  if (n === 0) return nothing;
  const { index, lower } = placeRows(confidence, options);
  const draws = nullSums(confidence, index, lower.length, resamples, createRandom(seed)).sort();
  const observed = eceOfRows(confidence, correct, options);
  // Rounding must not decide a tie between a draw and the observed outcomes.
  const hits = draws.reduce((count, draw) => count + (draw >= observed - 1e-12 ? 1 : 0), 0);
  return {
    mean: draws.reduce((sum, draw) => sum + draw, 0) / resamples,
    upper: quantileSorted(draws, 0.95),
    p: (1 + hits) / (1 + resamples),
    resamples,
    seed,
  };
}

/** ECE straight from rows: the same number as `expectedCalibrationError(reliabilityBins(…), n)`. */
export function eceOfRows(
  confidence: Float64Array,
  correct: Uint8Array,
  options: BinningOptions = {},
): number {
  const { bins = 15, binning = 'equal-mass', edges = 'right' } = options;
  refuseBinCount(bins);
  const gaps = new Float64Array(bins + 1);
  if (binning === 'equal-mass') {
    const { index } = placeRows(confidence, options);
    for (let i = 0; i < index.length; i++) gaps[index[i]!]! += correct[i]! - confidence[i]!;
    return eceOfSums(gaps, confidence.length);
  }
  // One pass, for whoever compares the time: no bin number is stored.
  const place = equalWidthPlacer(equalWidthEdges(bins, edges), edges);
  for (let i = 0; i < confidence.length; i++) {
    const c = confidence[i]!;
    if (!(c >= 0 && c <= 1)) refuseConfidence(c, i);
    const bin = place(c);
    if (bin >= 0) gaps[bin]! += correct[i]! - c;
  }
  return eceOfSums(gaps, confidence.length);
}
