import { reliabilityBins, type BinningOptions } from './bins';
import type { IndexColumn } from './decisions';
import { expectedCalibrationError } from './ece';
import { argmaxRows } from './probabilities';

/** Smallest normal double. */
const SMALLEST = 2 ** -1022;

/** Distance of the model's probabilities from the known posterior, both n·k, row-major. */
export type PosteriorDistance = {
  /**
   * Mean over rows of KL(posterior ‖ model), nats; a probability of 0 would make it infinite:
   * clipped at 2^−1022 and counted in `clipped`.
   */
  kl: number;
  /** Mean over rows of the mean over options of |model − posterior|. */
  absolute: number;
  clipped: number;
};

/** See `PosteriorDistance`. NaN for n = 0. Throws RangeError when the lengths differ. */
export function posteriorDistance(
  posterior: Float64Array,
  model: Float64Array,
  k: number,
): PosteriorDistance {
  if (posterior.length !== model.length)
    throw new RangeError(`posterior: ${posterior.length} numbers, model: ${model.length}`);
  const n = model.length / k;
  let [kl, absolute, clipped] = [0, 0, 0];
  for (let i = 0; i < model.length; i++) {
    const [q, p] = [posterior[i]!, model[i]!];
    absolute += Math.abs(p - q);
    if (q === 0) continue;
    if (p < SMALLEST) clipped++;
    kl += q * (Math.log(q) - Math.log(Math.max(p, SMALLEST)));
  }
  return { kl: kl / n, absolute: absolute / (n * k), clipped };
}

/** What nobody can beat: deciding by the posterior itself. */
export type BayesCeiling = {
  /** Accuracy it has on these golds, and the one it expects (mean of its largest probability). */
  accuracy: number;
  expectedAccuracy: number;
  /** ECE of the posterior on these golds: not 0 in a finite sample, so the floor for any model. */
  ece: number;
};

/** Accuracy and ECE of the posterior (n·k, row-major) as a forecaster. NaN for n = 0. */
export function bayesCeiling(
  posterior: Float64Array,
  k: number,
  gold: IndexColumn,
  options: BinningOptions = {},
): BayesCeiling {
  const n = gold.length;
  const best = argmaxRows(posterior, k);
  const confidence = Float64Array.from(best, (option, row) => posterior[row * k + option]!);
  const correct = Uint8Array.from(best, (option, row) => (option === gold[row] ? 1 : 0));
  const mean = (values: Float64Array | Uint8Array): number => {
    let sum = 0;
    for (const value of values) sum += value;
    return sum / n;
  };
  return {
    accuracy: mean(correct),
    expectedAccuracy: mean(confidence),
    ece: expectedCalibrationError(reliabilityBins(confidence, correct, options), n),
  };
}
