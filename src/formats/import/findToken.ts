import type { OptionForms } from '../../traces/options';
import { optionOfText } from '../../traces/options';
import { findDecisionToken } from '../../traces/rule';
import { FormatError } from '../errors';
import type { ImportRule } from './importSpec';

/** Index of the decision token among the texts of the tokens, −1 where there is none. */
export type TokenFinder = (texts: readonly string[]) => number;

/** Longer than any rule a user writes. */
const LONGEST = 1000;

function compile(pattern: string, flags: string): RegExp {
  if (pattern === '' || pattern.length > LONGEST)
    throw new FormatError(
      `The rule wants a regular expression of 1 to ${LONGEST} characters.`,
      'unclear',
    );
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FormatError(`The rule is no regular expression: ${why}`, 'unclear');
  }
}

/** Token that holds the character at `position`. */
function tokenAt(texts: readonly string[], position: number): number {
  let end = 0;
  return texts.findIndex((text) => (end += text.length) > position);
}

/** First token that begins at or after `position` and is not blank. */
function tokenFrom(texts: readonly string[], position: number): number {
  let start = 0;
  for (const [index, text] of texts.entries()) {
    if (start >= position && text.trim() !== '') return index;
    start += text.length;
  }
  return -1;
}

function byRegex(pattern: string): TokenFinder {
  const regex = compile(pattern, 'dgu');
  return (texts) => {
    const last = [...texts.join('').matchAll(regex)].at(-1);
    if (last === undefined) return -1;
    // A group that took no part in the match has no indices.
    const group = last.indices?.slice(1).find(Boolean);
    return group === undefined
      ? tokenFrom(texts, last.index + last[0].length)
      : tokenAt(texts, group[0]);
  };
}

const BOXED = /\\boxed\s{0,4}\{\s{0,4}(?:\\(?:text|mathrm|mathbf|textbf)\s{0,4}\{\s{0,4})?/gu;
const WORD = /[\p{L}\p{N}]/u;

function byLastOption(options: readonly OptionForms[]): TokenFinder {
  return (texts) => {
    for (let i = texts.length - 1; i >= 0; i--) {
      const text = texts[i]!;
      if (optionOfText(options, text) < 0) continue;
      const after = texts.slice(i + 1).find((next) => next !== '')?.[0] ?? '';
      const before =
        texts
          .slice(0, i)
          .findLast((previous) => previous !== '')
          ?.at(-1) ?? '';
      const inWord = WORD.test(after) || (WORD.test(before) && WORD.test(text[0] ?? ''));
      if (!inWord) return i;
    }
    return -1;
  };
}

/** The finder of a rule; throws FormatError `unclear` where its pattern is no regular expression. */
export function tokenFinder(rule: ImportRule, options: readonly OptionForms[]): TokenFinder {
  switch (rule.kind) {
    case 'tag': {
      compile(rule.pattern, 'gu');
      const { after, pattern } = rule;
      return (texts) => findDecisionToken(texts, { name: pattern, after, pattern });
    }
    case 'regex':
      return byRegex(rule.pattern);
    case 'boxed':
      return (texts) => {
        const last = [...texts.join('').matchAll(BOXED)].at(-1);
        return last === undefined ? -1 : tokenAt(texts, last.index + last[0].length);
      };
    case 'last-option':
      return byLastOption(options);
    case 'position':
      return ({ length }) => {
        const index = rule.index < 0 ? length + rule.index : rule.index;
        return index >= 0 && index < length ? index : -1;
      };
    case 'recorded':
      return () => -1;
  }
}
