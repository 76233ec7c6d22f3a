import { expect, test } from 'vitest';
import { decisionTable } from '../traces/decisionTable';
import type { Trace } from '../traces/trace';
import { FormatError } from './errors';
import { readShippedDecisions, writeShippedDecisions } from './shippedDecisions';
import { readShippedTraces, writeShippedTraces } from './shippedTraces';

const PROVENANCE = { model: 'base', dtype: 'fp32', backend: 'cpu' };
const TABLE = decisionTable(
  PROVENANCE,
  'moderation',
  ['A', 'B'],
  [
    {
      caseId: 'moderation-5-10',
      decision: { status: 'found', tokenIndex: -1, chosen: 1, logits: [0.25, 9], optionMass: 0.99 },
      gold: 1,
      posterior: [0.25, 0.75],
    },
    {
      caseId: 'moderation-5-11',
      decision: { status: 'missing', reason: 'cut-off' },
      gold: 0,
      posterior: [0.5, 0.5],
    },
  ],
);

test('a decision table survives shipping', () => {
  const shipped = writeShippedDecisions(TABLE, { seed: 5, start: 10 }, { 1: 'cut-off' });
  expect(readShippedDecisions(JSON.parse(JSON.stringify(shipped)), 'x')).toEqual(TABLE);
});

test.each([
  ['nothing', null],
  ['another version', { version: 2 }],
  ['columns of different lengths', { version: 1, labels: ['A', 'B'], chosen: [0], gold: [] }],
])('%s is refused with the name of the file', (_, value) => {
  expect(() => readShippedDecisions(value, 'base.json')).toThrow(FormatError);
  expect(() => readShippedDecisions(value, 'base.json')).toThrow(/base\.json/);
  expect(() => readShippedTraces(value, 'base.json')).toThrow(FormatError);
});

test('traces survive shipping, but for alternatives that are very unlikely', () => {
  const top = [0.9, 0.0998, 1e-5, 2e-6].map((p, id) => ({
    id,
    text: `t${id}`,
    logprob: Math.log(p),
  }));
  const trace: Trace = {
    id: 'moderation-5-10/shipped',
    caseId: 'moderation-5-10',
    provenance: PROVENANCE,
    sampling: { mode: 'greedy', temperature: 1, seed: 0 },
    tokens: [{ id: 1, text: 't1', logprob: top[1]!.logprob, logsumexp: 12.5, top }],
    finish: 'stop',
    decision: { status: 'missing', reason: 'no-decision' },
  };
  const shipped = writeShippedTraces(PROVENANCE, [trace]);
  const back = readShippedTraces(JSON.parse(JSON.stringify(shipped)), 'x').get(trace.caseId)!;
  expect(back.tokens[0]!.top.map((item) => item.text)).toEqual(['t0', 't1', 't2']);
  expect(back.tokens[0]!.logprob).toBeCloseTo(top[1]!.logprob, 4);
  expect({ ...back, tokens: [] }).toEqual({ ...trace, tokens: [] });
});
