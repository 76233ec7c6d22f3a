import { optionOfText, type OptionForms } from './options';
import type { Token } from './trace';

/** What the full vocabulary holds at one token, at temperature 1: probabilities that sum to 1. */
export type Holdings = {
  /** The logged tokens, likeliest first; `option`: index of the option that counts it, −1 for none. */
  readonly tokens: readonly {
    readonly id: number;
    readonly text: string;
    readonly p: number;
    readonly option: number;
  }[];
  /** Surface forms of options that were not logged. */
  readonly otherForms: number;
  /** Everything else. */
  readonly rest: number;
};

/** `optionMass`: what `options` hold together there. Shares that rounding makes negative are 0. */
export function holdings(
  token: Token,
  options: readonly OptionForms[],
  optionMass: number,
): Holdings {
  const { id, text, logprob, top } = token;
  const logged = top.some((item) => item.id === id) ? top : [...top, { id, text, logprob }];
  const tokens = logged
    .map((item) => ({
      id: item.id,
      text: item.text,
      p: Math.exp(item.logprob),
      option: optionOfText(options, item.text),
    }))
    .sort((a, b) => b.p - a.p);
  const sum = (own: typeof tokens) => own.reduce((total, { p }) => total + p, 0);
  const counted = sum(tokens.filter(({ option }) => option >= 0));
  const otherForms = Math.max(0, optionMass - counted);
  return { tokens, otherForms, rest: Math.max(0, 1 - sum(tokens) - otherForms) };
}
