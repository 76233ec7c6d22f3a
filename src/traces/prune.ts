import type { Token, Trace } from './trace';

/**
 * The trace without alternatives less likely than `floor`, but for the first of them at each step,
 * which keeps the bound on the unlogged tail (see `chosenProbability`).
 */
export function pruneAlternatives(trace: Trace, floor = 1e-3): Trace {
  const least = Math.log(floor);
  const prune = (token: Token): Token => {
    const likely = token.top.filter(({ logprob }) => logprob >= least).length;
    return { ...token, top: token.top.slice(0, likely + 1) };
  };
  return { ...trace, tokens: trace.tokens.map(prune) };
}
