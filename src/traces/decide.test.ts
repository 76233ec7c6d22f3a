import { expect, test } from 'vitest';
import { decide, type StepLogits } from './decide';
import { letterForms } from './options';
import { ANSWER_TAG } from './rule';

const OPTIONS = letterForms(['A', 'B']);
const LOGITS: StepLogits = {
  formLogits: (_, option) => (option === 0 ? [Math.log(2), Math.log(1)] : [Math.log(5), -Infinity]),
  logsumexp: () => Math.log(10),
};
const texts = (answer: string) => ['<think>', 'x', '</think>', '\nAnswer', ':', answer];

test('surface forms of an option are summed, option mass is their share of the vocabulary', () => {
  const decision = decide(texts(' B'), 'stop', OPTIONS, ANSWER_TAG, LOGITS);
  if (decision.status !== 'found') throw new Error('no decision');
  expect(decision).toMatchObject({ tokenIndex: 5, chosen: 1 });
  expect(decision.logits[0]).toBeCloseTo(Math.log(3), 12);
  expect(decision.logits[1]).toBeCloseTo(Math.log(5), 12);
  expect(decision.optionMass).toBeCloseTo(0.8, 12);
});

test('what was not decided has a reason and no value', () => {
  expect(decide(texts(' Z'), 'stop', OPTIONS, ANSWER_TAG, LOGITS)).toEqual({
    status: 'missing',
    reason: 'not-an-option',
  });
  const open = ['<think>', 'x'];
  expect(decide(open, 'stop', OPTIONS, ANSWER_TAG, LOGITS)).toMatchObject({
    reason: 'no-decision',
  });
  for (const finish of ['length', 'aborted'] as const)
    expect(decide(open, finish, OPTIONS, ANSWER_TAG, LOGITS)).toMatchObject({ reason: 'cut-off' });
});
