import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWER_TAG, findDecisionToken } from './rule';

const find = (...texts: string[]) => findDecisionToken(texts, ANSWER_TAG);

test('the decision token follows “Answer:” after the reasoning is closed', () => {
  expect(find('<think>', ' so B', '</think>', '\n', 'Answer', ':', ' B', '<|im_end|>')).toBe(6);
});

test('an “Answer:” inside the reasoning is not the decision', () => {
  expect(find('<think>', 'Answer', ':', ' A', '</think>', '\n', 'Answer', ':', ' B')).toBe(8);
  expect(find('<think>', 'Answer', ':', ' A')).toBe(-1);
});

test('the last statement counts', () => {
  expect(find('</think>', 'Answer', ':', ' A', '\n', 'Answer:', ' B')).toBe(6);
});

test('a text that ends with the tag has no decision token', () => {
  expect(find('</think>', 'Answer', ':')).toBe(-1);
});

test('the token is found however the text is cut into tokens', () => {
  const text = '<think>hm</think>\nAnswer:';
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: text.length - 1 })), (cuts) => {
      const bounds = [0, ...new Set(cuts), text.length].sort((a, b) => a - b);
      const pieces = bounds.slice(1).map((end, i) => text.slice(bounds[i], end));
      expect(find(...pieces, ' C', '<|im_end|>')).toBe(pieces.length);
    }),
  );
});

test('a token that holds the end of the tag and more is not the decision', () => {
  expect(find('</think>', 'Answer: ', 'B')).toBe(2);
});
