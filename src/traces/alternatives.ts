import { chosenProbability, type ProbabilityRange } from './recolour';
import type { Token, TokenAlternative } from './trace';

/** A token that could have been taken at a step, and whether it was. */
export type Alternative = TokenAlternative & {
  readonly p: ProbabilityRange;
  readonly taken: boolean;
};

/**
 * The logged tokens of a step and the one that was taken, likeliest first, with their probabilities at `temperature`:
 * exact at 1, else bounded (see `chosenProbability`). `vocabulary`: its size.
 */
export function alternativesAt(
  token: Token,
  temperature: number,
  vocabulary: number,
): Alternative[] {
  const { id, text, logprob, top } = token;
  const logged = top.some((item) => item.id === id) ? top : [...top, { id, text, logprob }];
  return [...logged]
    .sort((a, b) => b.logprob - a.logprob)
    .map((item) => ({
      ...item,
      p: chosenProbability({ ...token, ...item, top: logged }, temperature, vocabulary),
      taken: item.id === id,
    }));
}

/**
 * Id of the token that a typed text names, or −1. A text without leading space names the token with one where `like` has
 * one; `␣` may be typed for a space.
 */
export function typedToken(typed: string, like: string, texts: readonly string[]): number {
  const text = typed.replaceAll('␣', ' ');
  if (text === '') return -1;
  const spaced = like.startsWith(' ') && !text.startsWith(' ') ? texts.indexOf(` ${text}`) : -1;
  return spaced >= 0 ? spaced : texts.indexOf(text);
}
