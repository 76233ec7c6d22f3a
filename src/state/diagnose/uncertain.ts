import type { TokenAlternative, Trace } from '../../traces/trace';

/** A step and the likeliest token that was not taken there. */
export type UncertainStep = {
  readonly at: number;
  readonly other: TokenAlternative;
  /** Probability of the likeliest token of the step, at temperature 1: how certain the model was. */
  readonly certainty: number;
};

/**
 * The `count` steps of the reasoning at which the model was least certain, least certain first: those before the decision
 * token (all, without decision), and among them those whose alternatives are logged.
 */
export function uncertainSteps(trace: Trace, count: number): UncertainStep[] {
  const { decision, tokens } = trace;
  const end = decision.status === 'found' ? decision.tokenIndex : tokens.length;
  return tokens
    .slice(0, end)
    .flatMap((token, at): UncertainStep[] => {
      const other = token.top.find(({ id }) => id !== token.id);
      if (other === undefined) return [];
      return [{ at, other, certainty: Math.exp(Math.max(token.logprob, other.logprob)) }];
    })
    .sort((a, b) => a.certainty - b.certainty || a.at - b.at)
    .slice(0, count);
}
