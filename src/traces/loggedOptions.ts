import { logSumExp } from '../calibration/scaling';
import { locateDecision } from './decide';
import type { Decision } from './decision';
import type { OptionForms } from './options';
import type { DecisionRule } from './rule';
import type { Trace } from './trace';

/**
 * One step of which the likeliest tokens are logged only. All natural logs, raw.
 * `logged`: distinct tokens, the chosen one among them. `cap`: the most that a token outside the log
 * can have. `rest`: the most that all tokens outside can have together, Infinity where it is not known.
 * `normalised`: false where the numbers are off by one constant that is not known.
 */
export type LoggedStep = {
  readonly logged: readonly { readonly text: string; readonly logprob: number }[];
  readonly cap: number;
  readonly rest: number;
  readonly normalised: boolean;
};

/** A logit that is known this closely counts as exact. */
const NEGLIGIBLE = 1e-6;

/**
 * Option logits of a step: the log of the summed probabilities of each option's surface forms that are
 * logged, −Infinity where none is; beside it the most it may be with the forms outside the log, NaN
 * where that makes no difference. No bounds where all are exact. `optionMass` counts what is logged; NaN where
 * the step is not normalised.
 */
export function loggedOptionLogits(
  step: LoggedStep,
  options: readonly OptionForms[],
): { logits: number[]; bounds: number[] | null; optionMass: number } {
  const found = options.map(({ forms }) => {
    const own = step.logged.filter(({ text }) => forms.includes(text));
    const logit = own.length === 0 ? -Infinity : logSumExp(own.map(({ logprob }) => logprob));
    const outside = forms.filter((form) => !own.some(({ text }) => text === form)).length;
    const most = outside === 0 ? -Infinity : Math.min(step.rest, step.cap + Math.log(outside));
    const bound = most === -Infinity ? NaN : logSumExp([logit, most]);
    return { logit, bound: bound - logit > NEGLIGIBLE ? bound : NaN };
  });
  const logits = found.map(({ logit }) => logit);
  const bounds = found.map(({ bound }) => bound);
  const some = logits.some((logit) => logit > -Infinity);
  return {
    logits,
    bounds: bounds.every(Number.isNaN) ? null : bounds,
    optionMass: !step.normalised ? NaN : some ? Math.min(1, Math.exp(logSumExp(logits))) : 0,
  };
}

/**
 * The decision of a text whose steps are logged in part, as `decide` makes it where all is known.
 * `step(i)` is null where the probability of token i was not logged: no decision can be read there.
 * Throws SyntaxError when the rule's pattern is no regular expression.
 */
export function decideLogged(
  texts: readonly string[],
  finish: Trace['finish'],
  options: readonly OptionForms[],
  rule: DecisionRule,
  step: (index: number) => LoggedStep | null,
): Decision {
  const located = locateDecision(texts, finish, options, rule);
  if (located.status === 'missing') return located;
  const logged = step(located.tokenIndex);
  if (logged === null) return { status: 'missing', reason: 'no-probability' };
  const { logits, bounds, optionMass } = loggedOptionLogits(logged, options);
  return { ...located, logits, ...(bounds !== null && { bounds }), optionMass };
}
