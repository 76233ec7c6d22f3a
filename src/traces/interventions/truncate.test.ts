import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Trace } from '../trace';
import { forcedSteps, formationStep, lineEnds } from './truncate';

const TEXTS = [
  '<think>',
  '\n',
  '- a',
  ': A',
  '.\n',
  'So A',
  '.\n',
  '</think>',
  '\n',
  'Answer',
  ':',
];

function traceOf(texts: readonly string[], decided: boolean): Trace {
  return {
    id: 'x',
    caseId: 'x',
    provenance: { model: 'm', dtype: 'fp32', backend: 'wasm' },
    sampling: { mode: 'greedy', temperature: 1, seed: 0 },
    tokens: texts.map((text, id) => ({ id: 100 + id, text, logprob: 0, logsumexp: 0, top: [] })),
    finish: decided ? 'stop' : 'length',
    decision: decided
      ? { status: 'found', tokenIndex: 11, chosen: 0, logits: [1, 0], optionMass: 1 }
      : { status: 'missing', reason: 'cut-off' },
  };
}

test('a step a line, and the one before the first', () => {
  const steps = forcedSteps(traceOf([...TEXTS, ' A', '<|im_end|>'], true));
  expect(steps.map(({ line }) => line)).toEqual(['', '- a: A.', 'So A.']);
  const tail = [107, 108, 109, 110];
  expect(steps.map(({ prefix }) => prefix)).toEqual([
    [100, 101, ...tail],
    [100, 101, 102, 103, 104, ...tail],
    [100, 101, 102, 103, 104, 105, 106, ...tail],
  ]);
});

test('the last prefix is the trace up to its decision token, however it reasons', () => {
  const piece = fc.constantFrom('a', ' b', '.\n', '\n', ' Answer', ':');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const head = ['<think>', '\n', ...pieces, '.\n'];
      const texts = [...head, '</think>', '\n', 'Answer', ':', ' A'];
      const decided = traceOf(texts, true);
      const trace: Trace = {
        ...decided,
        decision: { ...decided.decision, tokenIndex: texts.length - 1 } as Trace['decision'],
      };
      const last = forcedSteps(trace).at(-1)!.prefix;
      expect(last).toEqual(trace.tokens.slice(0, -1).map(({ id }) => id));
    }),
  );
});

test('a reasoning that was never closed is closed by a text', () => {
  const steps = forcedSteps(traceOf(TEXTS.slice(0, 6), false));
  expect(steps.map(({ prefix }) => prefix)).toEqual([
    '<think>\n</think>\nAnswer:',
    '<think>\n- a: A.\n</think>\nAnswer:',
  ]);
  expect(lineEnds([])).toEqual([]);
});

test('the decision has formed where it no longer changes', () => {
  expect(formationStep([1, 0, 2, 2])).toBe(2);
  expect(formationStep([2, 0, 2])).toBe(2);
  expect(formationStep([2, 2])).toBe(0);
  expect(formationStep([-1, 2])).toBe(1);
  expect(formationStep([2, -1])).toBe(-1);
  expect(formationStep([])).toBe(-1);
});
