import { expect, test } from 'vitest';
import { evaluationRow, type EvaluationLine } from './evaluation';

const LINE: EvaluationLine = {
  id: 'moderation-1-0',
  task: 'moderation',
  options: ['A', 'B'],
  logits: [1, 4],
  optionMass: 0.99,
  gold: 'A',
  chosen: 'B',
  posterior: [0.4, 0.6],
};

test('a line becomes a row', () => {
  expect(evaluationRow(LINE, 'x')).toMatchObject({
    gold: 0,
    decision: { status: 'found', chosen: 1, logits: [1, 4] },
  });
});

test('a line without decision keeps its reason', () => {
  const line = { ...LINE, logits: null, chosen: null, missing: 'cut-off' } as const;
  expect(evaluationRow(line, 'x').decision).toEqual({ status: 'missing', reason: 'cut-off' });
});

test.each([{ gold: 'Z' }, { chosen: 'Z' }, { logits: [1] }])('%j is refused', (change) => {
  expect(() => evaluationRow({ ...LINE, ...change }, 'line 3')).toThrow(/line 3/);
});
