import { expect, test } from 'vitest';
import { verify } from './verifier';

const PROMPT =
  'A reported post shows a threat.\nWhat should the moderator do?\n- keep = A\n- remove = B';
const trace = (conclusion: string, answer: string) =>
  `<think>\n- a threat: strongly remove 3.\n${conclusion}\n</think>\n${answer}`;

test('a completion in format is read', () => {
  expect(verify(PROMPT, trace('On balance: remove = B.', 'Answer: B<|im_end|>'))).toEqual({
    formatValid: true,
    concluded: 'B',
    decided: 'B',
  });
});

test('the concluded letter is that of the class named, whatever letter stands before it', () => {
  const verdict = verify(PROMPT, trace('On balance: remove = A.', 'Answer: A'));
  expect(verdict).toEqual({ formatValid: true, concluded: 'B', decided: 'A' });
});

test.each([
  ['no closing tag', '<think>\nOn balance: remove = B.\nAnswer: B'],
  ['no decision', trace('On balance: remove = B.', '')],
  ['a letter that is no option', trace('On balance: remove = B.', 'Answer: C')],
  ['no conclusion', trace('Totals: keep 0, remove 3.', 'Answer: B')],
  ['a class that is no option', trace('On balance: hide = B.', 'Answer: B')],
  ['text after the decision', trace('On balance: remove = B.', 'Answer: B or A')],
])('%s is not valid', (_, completion) => {
  expect(verify(PROMPT, completion).formatValid).toBe(false);
});
