import { createRandom, shuffled } from './random';

/** One stratum's value and its bootstrap draws. */
export type Stratum = { readonly value: number; readonly draws: Float64Array };

/**
 * Unweighted mean over strata that were drawn apart, and the draws of that mean. Each stratum's draws are shuffled by a
 * seed of its own first, so that strata drawn from one seed do not move together. As many draws as the shortest
 * stratum has; NaN for no stratum.
 */
export function meanOfStrata(strata: readonly Stratum[], seed: string | number = 0): Stratum {
  const k = strata.length;
  const count = k === 0 ? 0 : Math.min(...strata.map(({ draws }) => draws.length));
  const draws = new Float64Array(count);
  for (const [s, stratum] of strata.entries()) {
    const mixed = shuffled(createRandom(`${seed}/${s}`), [...stratum.draws]);
    for (let i = 0; i < count; i++) draws[i]! += mixed[i]! / k;
  }
  return { value: strata.reduce((sum, { value }) => sum + value, 0) / k, draws };
}
