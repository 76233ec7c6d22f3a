import { createRandom, type Random } from '../calibration/random';
import type { Sampling } from '../traces/trace';

/** Chooses the next token of one row from `size` raw logits that begin at `offset`. */
export type Sampler = (logits: Float32Array, offset: number, size: number) => number;

/** Id of the largest logit, the lowest id among equals. */
export const greedy: Sampler = (logits, offset, size) => {
  let best = 0;
  for (let id = 1; id < size; id++) if (logits[offset + id]! > logits[offset + best]!) best = id;
  return best;
};

/**
 * Draws from softmax(z / temperature) by inverting its cumulative distribution, with one number of
 * `random` a token. `temperature` > 0; a vanishing one draws the argmax.
 */
export function sampleAt(temperature: number, random: Random): Sampler {
  return (logits, offset, size) => {
    const max = logits[offset + greedy(logits, offset, size)]!;
    let total = 0;
    for (let id = 0; id < size; id++) total += Math.exp((logits[offset + id]! - max) / temperature);
    let rest = random() * total;
    let last = 0;
    for (let id = 0; id < size; id++) {
      const weight = Math.exp((logits[offset + id]! - max) / temperature);
      if (weight === 0) continue;
      if (rest < weight) return id;
      rest -= weight;
      last = id;
    }
    return last;
  };
}

/**
 * The sampler of one row. Every row has its own stream, seeded with the run's seed and the case's id,
 * so a trace does not depend on which rows it was decoded with.
 */
export function createSampler(sampling: Sampling, caseId: string): Sampler {
  return sampling.mode === 'greedy'
    ? greedy
    : sampleAt(sampling.temperature, createRandom(`${sampling.seed}:${caseId}`));
}
