import { expect, test } from 'vitest';
import { argmaxes, closedReasoning, cueLines, tally } from './reasoning';

const READINGS = [
  { option: 1, strength: 3 },
  { option: 0, strength: 1 },
  { option: 1, strength: 2 },
];

test('strengths add up by class, or each cue counts once', () => {
  expect(tally(3, READINGS)).toEqual([1, 5, 0]);
  expect(tally(3, READINGS, true)).toEqual([1, 2, 0]);
});

test('a line names the cue, its reading and the total so far', () => {
  const phrases = ['a threat', 'one report', 'an insult'];
  expect(cueLines(phrases, READINGS, ['keep', 'remove'])).toEqual([
    '- a threat: strongly remove 3.',
    '- one report: weakly keep 1.',
    '- an insult: clearly remove 5.',
  ]);
  expect(cueLines(phrases, READINGS, ['keep', 'remove'], true).at(-1)).toBe(
    '- an insult: remove 2.',
  );
});

test('the conclusion names the class and its letter, and closes the reasoning', () => {
  expect(closedReasoning([], 'First impression', 1, ['keep', 'remove'])).toBe(
    '<think>\nFirst impression: remove = B.\n</think>',
  );
});

test('all of the largest values are the largest', () => {
  expect(argmaxes([1, 5, 5, 0])).toEqual([1, 2]);
});
