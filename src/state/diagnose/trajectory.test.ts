import { expect, test } from 'vitest';
import { formationStep } from '../../traces/interventions/truncate';
import { standIn } from './standIn';
import { trajectoryOf } from './trajectory';

test('the decision is forced after every line, and the last one is the trace’s own', async () => {
  // Decides by how much of its reasoning it sees: for C once there are two lines.
  const { explorer, get, requests } = await standIn(({ prefix }) =>
    prefix === undefined || prefix.length > 10 ? 2 : 1,
  );
  await trajectoryOf(explorer).run();
  const { status, result } = trajectoryOf(explorer).store.getState();
  const { trace, subject } = get();
  expect(status).toBe('complete');
  expect(result.trace).toBe(trace);
  expect(result.steps.map(({ line }) => line)).toEqual([
    '',
    '- a cue: strongly that 3.',
    'On balance.',
  ]);
  const last = result.steps.at(-1)!;
  expect(last.decision).toEqual(trace!.decision);
  const own = trace!.tokens.slice(0, -1).map(({ id }) => id);
  expect(requests.at(-1)!.cases.at(-1)!.prefix).toEqual(own);
  const chosen = result.steps.map(({ decision }) =>
    decision?.status === 'found' ? decision.chosen : -1,
  );
  expect(formationStep(chosen)).toBe(2);
  expect(last.posterior).toHaveLength(subject.labels.length);
});

test('the trace that is shown is the one that is cut', async () => {
  const { explorer, get } = await standIn(() => 0);
  await explorer.generate();
  const shown = { ...get().trace!, caseId: `${get().subject.id}#3` };
  explorer.openTrace(shown);
  await trajectoryOf(explorer).run();
  expect(trajectoryOf(explorer).store.getState().result.trace).toBe(shown);
});

test('cancelling keeps the steps that are done', async () => {
  const { explorer } = await standIn(
    () => 0,
    ({ id }) => id.endsWith('@1') && explorer.stop(),
  );
  await trajectoryOf(explorer).run();
  const { status, result } = trajectoryOf(explorer).store.getState();
  expect(status).toBe('stopped');
  expect(result.steps.map(({ decision }) => decision?.status)).toEqual([
    'found',
    undefined,
    undefined,
  ]);
});
