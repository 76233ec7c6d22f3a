import { expect, test } from 'vitest';
import type { Trace } from '../traces/trace';
import { FormatError } from './errors';
import { isTraceLine, readTraceLine, writeTraceLine, type TraceLine } from './traceLine';

const trace: Trace = {
  id: 't',
  caseId: 'c',
  provenance: { model: 'm', dtype: 'as served', backend: 'endpoint chat host' },
  sampling: { mode: 'sample', temperature: 0.7, seed: 1 },
  tokens: [
    { id: -1, text: 'Answer:', logprob: NaN, logsumexp: 0, top: [] },
    { id: 5, text: ' A', logprob: -0.1, logsumexp: 0, top: [{ id: 5, text: ' A', logprob: -0.1 }] },
  ],
  finish: 'stop',
  decision: {
    status: 'found',
    tokenIndex: 1,
    chosen: 0,
    logits: [-0.1, -Infinity],
    bounds: [NaN, -3],
    optionMass: NaN,
  },
};
const whole: TraceLine = {
  trace,
  case: { id: 'c', task: 'mine', prompt: 'p', options: ['A', 'B'], gold: null },
  rollout: 2,
  rule: { name: 'r', after: '', pattern: 'Answer:' },
};

test('a trace survives its line, with what JSON has no word for', () => {
  const line = writeTraceLine(whole);
  expect(line).not.toContain('\n');
  expect(readTraceLine(JSON.parse(line), 'line 1')).toEqual(whole);
  const missing = {
    ...whole,
    trace: { ...trace, decision: { status: 'missing', reason: 'cut-off' } },
  };
  expect(readTraceLine(JSON.parse(writeTraceLine(missing as TraceLine)), 'line 1')).toEqual(
    missing,
  );
});

test('other lines are refused by name', () => {
  const value = JSON.parse(writeTraceLine(whole)) as Record<string, unknown>;
  expect(isTraceLine({ id: 'd', options: ['A'], logits: [1] })).toBe(false);
  for (const bad of [null, {}, { ...value, case: {} }, { ...value, tokens: 1 }])
    expect(() => readTraceLine(bad, 'line 4')).toThrow(/line 4 is no trace/u);
  const decision = { ...(value.decision as object), logits: [1] };
  expect(() => readTraceLine({ ...value, decision }, 'line 4')).toThrow(FormatError);
});
