import { thresholdSteps } from './deferral';
import { Z95 } from './wilson';

/** What a wrong answer and a deferral cost, both ≥ 0, in any one unit; a right answer costs nothing. */
export type Costs = { error: number; deferral: number };

/**
 * The threshold of least expected cost if confidence is calibrated: defer where (1 − c)·error exceeds the deferral, that is
 * c < 1 − deferral/error. 0 (answer everything) where deferring costs more than any error. Source: Chow 1970.
 */
export function calibratedThreshold({ error, deferral }: Costs): number {
  return error <= deferral ? 0 : 1 - deferral / error;
}

/** Mean cost of a row with its normal 95 % interval, not below 0. NaN for n = 0. */
export type MeanCost = { value: number; low: number; high: number; n: number };

/** Expected cost a row at `threshold`: wrong answers cost `error`, rows below the threshold `deferral`. */
export function costAt(
  confidence: Float64Array,
  correct: Uint8Array,
  threshold: number,
  { error, deferral }: Costs,
): MeanCost {
  const n = confidence.length;
  let [wrong, deferred] = [0, 0];
  for (let i = 0; i < n; i++)
    if (!(confidence[i]! >= threshold)) deferred++;
    else wrong += 1 - correct[i]!;
  const value = (wrong * error + deferred * deferral) / n;
  const square = (wrong * error ** 2 + deferred * deferral ** 2) / n;
  const half = Z95 * Math.sqrt(Math.max(0, square - value ** 2) / Math.max(1, n - 1));
  return { value, low: Math.max(0, value - half), high: value + half, n };
}

/**
 * Expected cost a row for every distinct threshold, from Infinity (defer everything) down; `best` is the index of the
 * least, the loosest threshold among equals. Chosen on the rows it is measured on, that least cost is flattering: judge its
 * threshold on others.
 */
export function costCurve(
  confidence: Float64Array,
  correct: Uint8Array,
  { error, deferral }: Costs,
): { threshold: Float64Array; answered: Float64Array; cost: Float64Array; best: number } {
  const n = confidence.length;
  const { threshold, answered, wrong } = thresholdSteps(confidence, correct);
  const cost = answered.map((count, i) => (wrong[i]! * error + (n - count) * deferral) / n);
  let best = 0;
  for (let i = 1; i < cost.length; i++) if (cost[i]! <= cost[best]!) best = i;
  return { threshold, answered, cost, best };
}
