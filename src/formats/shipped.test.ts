import { expect, test } from 'vitest';
import { decisionTable } from '../traces/decisionTable';
import type { Trace } from '../traces/trace';
import { writeContainer } from './container';
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

const truth = (_task: string, _seed: number, index: number) =>
  index === 10 ? { gold: 1, posterior: [0.25, 0.75] } : { gold: 0, posterior: [0.5, 0.5] };

test('a decision table survives shipping, its logits less the largest', async () => {
  const shipped = await writeShippedDecisions(TABLE, { seed: 5, start: 10 }, { 1: 'cut-off' });
  const back = await readShippedDecisions(shipped, 'x', truth);
  expect(back).toEqual({
    ...TABLE,
    logits: Float64Array.of(-8.75, 0, NaN, NaN),
    optionMass: Float64Array.of(Math.fround(0.99), NaN),
  });
});

test.each([
  ['nothing', new Uint8Array()],
  ['something else', new TextEncoder().encode('{"version": 1, "columns": []}')],
  ['a head that is cut off', Uint8Array.of(0x43, 0x45, 0x58, 0x31, 255, 255, 255, 255)],
])('%s is refused with the name of the file', async (_, bytes) => {
  await expect(readShippedDecisions(bytes, 'base.bin', truth)).rejects.toThrow(FormatError);
  await expect(readShippedDecisions(bytes, 'base.bin', truth)).rejects.toThrow(/base\.bin/);
  await expect(readShippedTraces(bytes, 'base.bin')).rejects.toThrow(FormatError);
});

test('a container of another kind is refused', async () => {
  const other = await writeContainer({ kind: 'bins' }, { chosen: Int8Array.of(1) });
  await expect(readShippedDecisions(other, 'x', truth)).rejects.toThrow(/columns/);
  await expect(readShippedTraces(other, 'x')).rejects.toThrow(/not a file of traces/);
});

test('a table whose task has other options is refused', async () => {
  const shipped = await writeShippedDecisions(TABLE, { seed: 5, start: 10 }, { 1: 'cut-off' });
  const three = () => ({ gold: 0, posterior: [0.5, 0.3, 0.2] });
  await expect(readShippedDecisions(shipped, 'base.bin', three)).rejects.toThrow(/base\.bin/);
});

test('traces survive shipping, but for alternatives that are very unlikely', async () => {
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
  const shipped = await writeShippedTraces(PROVENANCE, [trace]);
  const back = (await readShippedTraces(shipped, 'x')).get(trace.caseId)!;
  expect(back.tokens[0]!.top.map((item) => item.text)).toEqual(['t0', 't1', 't2']);
  expect(back.tokens[0]!.logsumexp).toBe(12.5);
  expect(Math.abs(back.tokens[0]!.logprob - top[1]!.logprob)).toBeLessThan(2.5e-4);
  expect({ ...back, tokens: [] }).toEqual({ ...trace, tokens: [] });
});
