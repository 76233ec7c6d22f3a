import { quantileSorted } from './quantile';

/** How much of the vocabulary's probability fell on the options, over rows. */
export type OptionMass = { n: number; mean: number; min: number; p05: number; median: number };

/** Summary of the option masses that are known (NaN: unknown, left out). All NaN when none is. */
export function summariseOptionMass(mass: Float64Array): OptionMass {
  const known = mass.filter((value) => !Number.isNaN(value)).sort();
  return {
    n: known.length,
    mean: known.reduce((sum, value) => sum + value, 0) / known.length,
    min: known[0] ?? Number.NaN,
    p05: quantileSorted(known, 0.05),
    median: quantileSorted(known, 0.5),
  };
}
