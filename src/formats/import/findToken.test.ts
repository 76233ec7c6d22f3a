import { expect, test } from 'vitest';
import { letterForms, wideLetterForms } from '../../traces/options';
import { FormatError } from '../errors';
import { tokenFinder } from './findToken';
import type { ImportRule } from './importSpec';
import { tokenTexts } from './tokenTexts';
import { alternative, tokenOf } from './tokenItem';

const OPTIONS = letterForms(['A', 'B', 'C']);
const find = (rule: ImportRule, texts: string[]) => tokenFinder(rule, OPTIONS)(texts);
const regex = (pattern: string): ImportRule => ({ kind: 'regex', pattern });

test.each<[ImportRule, string[], number]>([
  [{ kind: 'tag', after: '</think>', pattern: 'Answer:' }, ['</think>', 'Answer', ':', ' B'], 3],
  [{ kind: 'tag', after: '</think>', pattern: 'Answer:' }, ['Answer', ':', ' B'], -1],
  [regex('answer is \\(?([A-C])'), ['the answer', ' is', ' (', 'B', ').'], 3],
  [regex('answer is \\(?([A-C])'), ['answer is', ' A', '; answer is', ' C'], 3],
  [regex('Answer:'), ['Answer', ':', ' ', 'B'], 3],
  [regex('(x)?Answer: ([AB])'), ['Answer:', ' B'], 1],
  [regex('never'), ['Answer', ': B'], -1],
  [{ kind: 'last-option' }, [' A', ' patient', ':', ' B', '.'], 3],
  [{ kind: 'last-option' }, [' B', ' or', ' A', 'llergy'], 0],
  [{ kind: 'last-option' }, ['x', 'A', ' none'], -1],
  [{ kind: 'boxed' }, ['\\boxed', '{', 'C', '}'], 2],
  [{ kind: 'boxed' }, ['\\boxed{A}', ' no ', '\\boxed', '{\\', 'text', '{', 'B', '}}'], 6],
  [{ kind: 'boxed' }, ['\\boxed', '{'], -1],
  [{ kind: 'position', index: 0 }, [' A'], 0],
  [{ kind: 'position', index: -2 }, [' A', '<end>'], 0],
  [{ kind: 'position', index: 5 }, [' A'], -1],
])('%j finds in %j token %i', (rule, texts, index) => expect(find(rule, texts)).toBe(index));

test.each(['(', '', 'a'.repeat(1001)])('%j is refused as a rule', (pattern) => {
  expect(() => find(regex(pattern), [])).toThrow(FormatError);
});

test('a character over two tokens belongs to the one that completes it', () => {
  const snow = new TextEncoder().encode('☃');
  const texts = tokenTexts([
    tokenOf(alternative('\\xe2\\x98', -1, null, snow.subarray(0, 2))),
    tokenOf(alternative('\\x83', -1, null, snow.subarray(2))),
    tokenOf(alternative(' A', -1)),
  ]);
  expect(texts).toEqual(['', '☃', ' A']);
  expect(find(regex('☃'), texts)).toBe(2);
});

test('brackets are surface forms only where they are asked for', () => {
  expect(tokenFinder({ kind: 'last-option' }, OPTIONS)(['(A', ')'])).toBe(-1);
  expect(tokenFinder({ kind: 'last-option' }, wideLetterForms(['A', 'B']))(['(A', ')'])).toBe(0);
});
