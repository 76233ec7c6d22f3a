import { loggedOptionLogits } from '../../traces/loggedOptions';
import type { OptionForms } from '../../traces/options';
import type { ImportedAlternative, ImportedToken } from './importedTrace';
import { bytesOf, sameBytes } from './tokenItem';

/** Sums of logged log-probabilities may be off by their rounding. */
const SLACK = 1e-6;

function sameToken(a: ImportedAlternative, b: ImportedAlternative): boolean {
  return a.id !== null && b.id !== null ? a.id === b.id : sameBytes(bytesOf(a), bytesOf(b));
}

/** Whether a token is that surface form: by bytes where its text does not say them. */
function isForm(form: string): (token: ImportedAlternative) => boolean {
  const bytes = new TextEncoder().encode(form);
  return (token) => (token.bytes === null ? token.text === form : sameBytes(token.bytes, bytes));
}

/** Everything that is logged of a step, each token once. */
function loggedOf({ alternatives, requested, ...own }: ImportedToken): ImportedAlternative[] {
  const logged = [...alternatives];
  for (const token of [...requested, ...(Number.isNaN(own.logprob) ? [] : [own])])
    if (!logged.some((other) => sameToken(other, token))) logged.push(token);
  return logged;
}

/**
 * The largest log-probability that a token outside the log can have. At most that of any of the
 * likeliest; the chosen token may stand among them without being likely, so it does not count, unless it
 * is the only one: then it is the likeliest. And at most the mass that is left over.
 */
function unlogged(token: ImportedToken, logged: readonly ImportedAlternative[]) {
  const others = token.alternatives.filter((other) => !sameToken(other, token));
  const likeliest = others.length > 0 ? others : token.alternatives;
  const least = likeliest.reduce((low, { logprob }) => Math.min(low, logprob), 0);
  const mass = logged.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0);
  const rest = Math.log(Math.max(0, 1 - mass) + SLACK);
  return { each: Math.min(least, rest), all: rest };
}

/**
 * Sums the logged surface forms of each option, at temperature 1: log-probabilities of the sampling
 * temperature `temperature0` are multiplied by it, which gives the raw logits up to a constant that is not
 * logged, so that option mass is NaN then. A form outside the log gets no value, but the option's bound
 * grows by the most it can weigh.
 */
export function optionLogits(
  token: ImportedToken,
  options: readonly OptionForms[],
  temperature0: number | null,
): ReturnType<typeof loggedOptionLogits> {
  const factor = temperature0 ?? 1;
  const logged = loggedOf(token);
  const { each, all } = unlogged(token, logged);
  const forms = options.flatMap((option) => option.forms);
  return loggedOptionLogits(
    {
      logged: logged.map((item) => ({
        text: forms.find((form) => isForm(form)(item)) ?? item.text,
        logprob: item.logprob === -Infinity ? -Infinity : factor * item.logprob,
      })),
      cap: factor * each,
      rest: factor === 1 ? all : Infinity,
      normalised: factor === 1,
    },
    options,
  );
}

/** Whether the log tells the probability of the chosen token itself. */
export function hasOwnLogprob(token: ImportedToken): boolean {
  const own = loggedOf(token).find((other) => sameToken(other, token));
  return own !== undefined && own.logprob > -Infinity;
}

/** Index of the option that the token is a surface form of, by its bytes; −1. */
export function optionOfToken(token: ImportedAlternative, options: readonly OptionForms[]): number {
  return options.findIndex(({ forms }) => forms.some((form) => isForm(form)(token)));
}
