import { expect, test } from 'vitest';
import type { Trace } from '../../traces/trace';
import type { RunSpec } from '../run';
import { createKeeper } from './keeper';
import type { RunStore } from './keptRun';
import { createMemoryStore } from './memoryStore';
import type { Tabs } from './tabs';

const SPEC: RunSpec = {
  task: 'clinic',
  seed: 7,
  count: 3,
  sampling: { mode: 'greedy', temperature: 1, seed: 7 },
  provenance: { model: 'base', dtype: 'q8', backend: 'wasm' },
};
const trace = (index: number): Trace => ({
  id: `t${index}`,
  caseId: `clinic-7-${index}`,
  provenance: SPEC.provenance,
  sampling: SPEC.sampling,
  tokens: [],
  finish: 'stop',
  decision: { status: 'missing', reason: 'no-decision' },
});

const memory = () => createMemoryStore<RunSpec, Trace>(({ caseId }) => caseId);

/** Tabs of one browser: what one holds, all see. */
function browser() {
  const held = new Set<string>();
  const tabs: Tabs = {
    hold: (id) => {
      held.add(id);
      return () => Promise.resolve(void held.delete(id));
    },
    held: () => Promise.resolve(held),
  };
  return { tabs, held };
}

test('a run that its tab left is offered with what it finished, in the next page', async () => {
  const runs = memory();
  const { tabs, held } = browser();
  const first = createKeeper(runs, tabs);
  const keeping = first.begin(SPEC);
  keeping.add(trace(0));
  keeping.add(trace(1));
  await expect.poll(async () => (await runs.list())[0]?.done).toBe(2);

  const next = createKeeper(runs, tabs);
  await next.look();
  expect(next.store.getState().offer).toBeNull();
  held.clear();
  await next.look();
  const { offer } = next.store.getState();
  expect(offer).toMatchObject({ done: 2, run: { spec: SPEC, end: null } });
  expect((await next.offered())?.traces.map(({ caseId }) => caseId)).toEqual([
    'clinic-7-0',
    'clinic-7-1',
  ]);
});

test('a crash offers the run at once, an end says which it was, a run of nothing is none', async () => {
  const runs = memory();
  const keeper = createKeeper(runs, browser().tabs);
  await keeper.begin(SPEC).end(null);
  expect(keeper.store.getState().offer).toBeNull();
  const keeping = keeper.begin(SPEC);
  keeping.add(trace(0));
  await keeping.end(null);
  const { offer } = keeper.store.getState();
  expect(offer).toMatchObject({ done: 1, run: { end: null } });

  const again = keeper.begin(SPEC, offer!.run);
  expect(keeper.store.getState().offer).toBeNull();
  again.add(trace(1));
  again.add(trace(2));
  await again.end('complete');
  expect(keeper.store.getState().offer).toBeNull();
  expect(await runs.list()).toMatchObject([{ done: 3, run: { end: 'complete' } }]);
});

test('a new run takes the place of the former, but not of one under way in another tab', async () => {
  const runs = memory();
  const { tabs } = browser();
  const here = createKeeper(runs, tabs);
  const there = createKeeper(runs, tabs);
  const old = here.begin(SPEC);
  old.add(trace(0));
  await old.end('stopped');
  const theirs = there.begin(SPEC);
  theirs.add(trace(0));
  await expect.poll(async () => (await runs.list()).length).toBe(1);
  const ours = here.begin(SPEC);
  ours.add(trace(0));
  await expect.poll(() => here.store.getState().elsewhere).toBe(true);
  await ours.end('complete');
  expect(here.store.getState().elsewhere).toBe(false);
  expect(await runs.list()).toHaveLength(2);

  await theirs.end(null);
  await here.look();
  await here.discard();
  await here.discard();
  expect(here.store.getState().offer).toBeNull();
  expect(await runs.list()).toEqual([]);
});

test('a full storage stops the keeping with a sentence, not the run', async () => {
  const runs = memory();
  const full: RunStore = {
    ...runs,
    append: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  };
  const keeper = createKeeper(full, browser().tabs);
  const keeping = keeper.begin(SPEC);
  keeping.add(trace(0));
  await keeping.end('complete');
  expect(keeper.store.getState()).toMatchObject({
    offer: null,
    problem: expect.stringContaining('storage is full') as unknown,
  });
  keeper.dismiss();
  expect(keeper.store.getState().problem).toBeNull();
});
