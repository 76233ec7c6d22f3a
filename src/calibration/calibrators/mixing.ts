import { optionCount, type Decisions } from '../decisions';
import { probabilities } from '../probabilities';
import { CalibratorFitError } from './fitError';

/** Every probability p becomes (1 − ε)·p + ε/K. */
export type Mixing = { name: 'mixing'; epsilon: number; fittedOn: number };

/**
 * The ε ∈ [0, 1] that minimises the negative log-likelihood of gold, within 1e-14. 0 when nothing
 * is gained. Throws CalibratorFitError for no rows.
 */
export function fitMixing(decisions: Decisions, factor: number): Mixing {
  const { logits, k, gold } = decisions;
  const n = gold.length;
  if (n === 0)
    throw new CalibratorFitError(
      'mixing',
      'empty',
      'there is no decision to fit on; choose a larger fitting split.',
    );
  const p = probabilities(logits, k, factor);
  const slope = (epsilon: number): number => {
    let sum = 0;
    for (const [row, option] of gold.entries()) {
      const [own, even] = [p[row * k + option]!, 1 / optionCount(decisions, row)];
      // At ε = 0 and p = 0 any mixing is an infinite gain.
      if (own !== even) sum += (own - even) / (own + epsilon * (even - own));
    }
    return sum;
  };
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  const epsilon = low === 0 ? 0 : high === 1 ? 1 : (low + high) / 2;
  return { name: 'mixing', epsilon, fittedOn: n };
}
