import type { Estimate, SwapFacts } from '../../../strings/learn/facts';
import { summariseSwaps, type Swap } from '../../../traces/interventions/swap';
import type { Claim } from '../../catalogue';

/** Flips more often than this: it follows; more confident than that: it is sure. */
const FOLLOWS = 0.5;
const SURE = 0.9;

function outcome(rate: number, median: number): string {
  if (rate <= FOLLOWS) return 'stays';
  return median > SURE ? 'follows' : 'doubts';
}

const factsOf = (source: SwapFacts['source'], rate: Estimate, median: number, n: number) => ({
  truth: { kind: 'choice' as const, value: outcome(rate.value, median) },
  ...{ source, rate, median, n },
});

/** Of swaps that were done here; null for none. */
export function swapFactsHere(swaps: readonly Swap[]): SwapFacts | null {
  const { n, rate, interval, medianAfter } = summariseSwaps(swaps, 1);
  return n === 0 ? null : factsOf('here', { value: rate, ...interval }, medianAfter, n);
}

/** Of the study's claims about one arm; null where it does not tell. */
export function swapFactsOfStudy(claims: readonly Claim[], arm: string): SwapFacts | null {
  const rate = claims.find(({ id }) => id === `swap-${arm}`);
  const median = claims.find(({ id }) => id === `swap-${arm}-certain`);
  if (rate === undefined || median === undefined) return null;
  return factsOf('study', rate.estimate, median.estimate.value, rate.seeds);
}
