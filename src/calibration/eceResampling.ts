import { placeRows, type BinningOptions } from './bins';
import { splitRank } from './edges';
import type { Random } from './random';
import { sortRows } from './sortRows';

/** ECE from the sum of (outcome − confidence) in each bin: Σ|gap|/n. */
export function eceOfSums(gaps: Float64Array, n: number): number {
  let sum = 0;
  for (const gap of gaps) sum += Math.abs(gap);
  return sum / n;
}

/**
 * ECE of each of `resamples` bootstrap samples of rows; equal-mass bins are cut anew in every
 * sample.
 */
export function resampledEce(
  confidence: Float64Array,
  correct: Uint8Array,
  options: BinningOptions,
  resamples: number,
  random: Random,
): Float64Array {
  const { bins = 15, binning = 'equal-mass' } = options;
  return binning === 'equal-mass'
    ? resampledEqualMass(confidence, correct, bins, resamples, random)
    : resampledFixed(confidence, correct, options, resamples, random);
}

function resampledFixed(
  confidence: Float64Array,
  correct: Uint8Array,
  options: BinningOptions,
  resamples: number,
  random: Random,
): Float64Array {
  const n = confidence.length;
  const { index, lower } = placeRows(confidence, options);
  const gap = confidence.map((c, i) => correct[i]! - c);
  return new Float64Array(resamples).map(() => {
    // Rows in no bin gather in the last cell, which is then left out.
    const sums = new Float64Array(lower.length + 1);
    for (let draw = 0; draw < n; draw++) {
      const row = Math.floor(random() * n);
      const bin = index[row]!;
      sums[bin < 0 ? lower.length : bin]! += gap[row]!;
    }
    return eceOfSums(sums.subarray(0, lower.length), n);
  });
}

/** Draws multiplicities of the sorted rows, so that no sample has to be sorted. */
function resampledEqualMass(
  confidence: Float64Array,
  correct: Uint8Array,
  bins: number,
  resamples: number,
  random: Random,
): Float64Array {
  const n = confidence.length;
  const { values: sorted, correct: outcomes } = sortRows(confidence, correct);
  const gap = sorted.map((c, i) => outcomes[i]! - c);
  const times = new Uint16Array(n);
  return new Float64Array(resamples).map(() => {
    times.fill(0);
    for (let draw = 0; draw < n; draw++) times[Math.floor(random() * n)]!++;
    return equalMassEceOfTimes(sorted, gap, times, bins);
  });
}

/** Equal-mass ECE of the sample that holds sorted row i `times[i]` times (n rows in all). */
export function equalMassEceOfTimes(
  sorted: Float64Array,
  gap: Float64Array,
  times: Uint16Array,
  bins: number,
): number {
  const n = sorted.length;
  const parts = Math.min(bins, n);
  let part = 1;
  let drawn = 0;
  let sum = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    drawn += times[i]!;
    sum += times[i]! * gap[i]!;
    if (drawn < splitRank(n, parts, part) || sorted[i + 1] === sorted[i]) continue;
    total += Math.abs(sum);
    sum = 0;
    while (part <= parts && splitRank(n, parts, part) <= drawn) part++;
  }
  return total / n;
}

/**
 * ECE of each of `resamples` draws of outcomes y ~ Bernoulli(confidence), the rows staying in their
 * bins.
 */
export function nullSums(
  confidence: Float64Array,
  index: Int32Array,
  bins: number,
  resamples: number,
  random: Random,
): Float64Array {
  return new Float64Array(resamples).map(() => {
    const gaps = new Float64Array(bins + 1);
    for (let i = 0; i < confidence.length; i++) {
      const c = confidence[i]!;
      const bin = index[i]!;
      gaps[bin < 0 ? bins : bin]! += random() < c ? 1 - c : -c;
    }
    return eceOfSums(gaps.subarray(0, bins), confidence.length);
  });
}
