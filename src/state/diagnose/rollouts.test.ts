import { expect, test } from 'vitest';
import { caseKey } from './ownTrace';
import { rolloutsOf } from './rollouts';
import { standIn } from './standIn';

test('rollouts of the case are drawn at the temperature of the slider, each under an id of its own', async () => {
  const { explorer, requests, get } = await standIn(({ id }) => Number(id.split('#')[1]) % 4);
  explorer.settings.change({ temperature: 1.5 });
  await rolloutsOf(explorer).run(8, 3);
  const { status, result, provenance, key } = rolloutsOf(explorer).store.getState();
  const { id } = get().subject;
  expect(status).toBe('complete');
  expect(key).toBe(caseKey(get()));
  expect(provenance).toEqual({ model: 'base', dtype: 'q8', backend: 'wasm' });
  expect(requests[0]!.sampling).toEqual({ mode: 'sample', temperature: 1.5, seed: 3 });
  expect(result.spec).toEqual({ count: 8, seed: 3, temperature: 1.5 });
  expect(result.traces.map(({ caseId }) => caseId)).toEqual(
    Array.from({ length: 8 }, (_, i) => `${id}#${i}`),
  );
  const [first] = result.traces;
  explorer.openTrace(first!);
  expect(get().trace).toBe(first);
});

test('cancelling keeps the rollouts that are done; another case has another key', async () => {
  const { explorer, get } = await standIn(
    () => 0,
    ({ id }) => id.endsWith('#5') && explorer.stop(),
  );
  await rolloutsOf(explorer).run(64, 1);
  const { status, result, key, done } = rolloutsOf(explorer).store.getState();
  expect(status).toBe('stopped');
  expect(done).toBe(5);
  expect(result.traces).toHaveLength(5);
  await explorer.showCase('clinic-7-3');
  expect(caseKey(get())).not.toBe(key);
});

test('a failure is told once, and leaves the tool ready for another run', async () => {
  const { explorer, get } = await standIn(() => {
    throw new Error('The worker stopped.');
  });
  await rolloutsOf(explorer).run(4, 1);
  expect(get().error).toBe('The worker stopped.');
  expect(rolloutsOf(explorer).store.getState()).toMatchObject({ status: 'stopped', done: 0 });
});
