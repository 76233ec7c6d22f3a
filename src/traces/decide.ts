import { logSumExp } from '../calibration/scaling';
import type { Decision, FoundDecision, MissingDecision } from './decision';
import { optionOfText, type OptionForms } from './options';
import { findDecisionToken, type DecisionRule } from './rule';
import type { Trace } from './trace';

/**
 * The option logits of every step: `formLogits(step, option)` gives the raw logits of that option's
 * surface forms, `logsumexp(step)` the log of the full vocabulary's normaliser.
 */
export type StepLogits = {
  readonly formLogits: (step: number, option: number) => readonly number[];
  readonly logsumexp: (step: number) => number;
};

/**
 * Decision token and option that a generated text states under a rule, or why there is none. Throws SyntaxError when the
 * rule's pattern is no regular expression.
 */
export function locateDecision(
  texts: readonly string[],
  finish: Trace['finish'],
  options: readonly OptionForms[],
  rule: DecisionRule,
): Pick<FoundDecision, 'status' | 'tokenIndex' | 'chosen'> | MissingDecision {
  const tokenIndex = findDecisionToken(texts, rule);
  if (tokenIndex < 0)
    return { status: 'missing', reason: finish === 'stop' ? 'no-decision' : 'cut-off' };
  const chosen = optionOfText(options, texts[tokenIndex]!);
  if (chosen < 0) return { status: 'missing', reason: 'not-an-option' };
  return { status: 'found', tokenIndex, chosen };
}

/**
 * The decision of a generated text under a rule. Never a guess: a rule that matches nowhere, or a
 * token there that is no surface form of an option, is a missing decision with its reason.
 */
export function decide(
  texts: readonly string[],
  finish: Trace['finish'],
  options: readonly OptionForms[],
  rule: DecisionRule,
  logits: StepLogits,
): Decision {
  const located = locateDecision(texts, finish, options, rule);
  if (located.status === 'missing') return located;
  const { tokenIndex } = located;
  const optionLogits = options.map((_, option) => logSumExp(logits.formLogits(tokenIndex, option)));
  const optionMass = Math.exp(logSumExp(optionLogits) - logits.logsumexp(tokenIndex));
  return {
    ...located,
    logits: optionLogits,
    optionMass: Math.min(1, optionMass),
  };
}
