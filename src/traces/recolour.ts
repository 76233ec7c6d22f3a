import { logSumExp } from '../calibration/scaling';
import type { Token } from './trace';

/** Bounds of a probability. Equal where it is exact. */
export type ProbabilityRange = { readonly low: number; readonly high: number };

/**
 * Probability that temperature `temperature` gives the chosen token, from the logged top tokens.
 * Exact at temperature 1. Elsewhere the unlogged tail is bounded: each of its tokens has at most the
 * k-th logged probability, and its mass is what the logged tokens leave. `vocabulary` is its size.
 * By concavity of p^(1/T) the tail weighs most when even and least when concentrated (T > 1; T < 1
 * the other way round).
 */
export function chosenProbability(
  token: Token,
  temperature: number,
  vocabulary: number,
): ProbabilityRange {
  if (temperature === 1) {
    const p = Math.exp(token.logprob);
    return { low: p, high: p };
  }
  const known = new Map(token.top.map((item) => [item.id, item.logprob]));
  known.set(token.id, token.logprob);
  const logged = [...known.values()];
  const head = logSumExp(logged.map((logprob) => logprob / temperature));
  const chosen = token.logprob / temperature;
  const mass = Math.max(0, 1 - logged.reduce((sum, logprob) => sum + Math.exp(logprob), 0));
  const size = vocabulary - logged.length;
  const cap = Math.exp(Math.min(...token.top.map((item) => item.logprob)));
  if (size <= 0 || !(cap > 0)) {
    const p = Math.exp(chosen - head);
    return { low: p, high: p };
  }
  // The mass is 1 less a sum: known to rounding only, which a high temperature enlarges.
  const slack = 2 * Number.EPSILON * (logged.length + 1);
  const ends = [Math.max(0, mass - slack), mass + slack].flatMap((rest) => {
    const tail = (count: number) => Math.log(count) + Math.log(rest / count) / temperature;
    const concentrated = Math.min(size, Math.max(1, rest / cap));
    return [tail(size), tail(concentrated)].map((weight) =>
      Math.exp(chosen - logSumExp([head, weight])),
    );
  });
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
