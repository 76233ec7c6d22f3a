import type { Bin } from './bins';

/**
 * The ECE split by direction: `over`, mass of bins that claim more than they keep, and `under`, the
 * opposite. over + under is the ECE. NaN for n = 0.
 */
export function confidenceGap(bins: readonly Bin[], n: number): { over: number; under: number } {
  let [over, under] = [0, 0];
  for (const { count, accuracy, confidence } of bins) {
    if (count === 0) continue;
    over += count * Math.max(0, confidence - accuracy);
    under += count * Math.max(0, accuracy - confidence);
  }
  return { over: over / n, under: under / n };
}
