import { expect, test } from 'vitest';
import type { Engine, GenerateRequest } from '../inference/engine';
import { WorkerCrashedError } from '../inference/errors';
import { decisionTable } from '../traces/decisionTable';
import { ANSWER_TAG } from '../traces/rule';
import type { Trace } from '../traces/trace';
import { createExplorer } from './explorer';
import { shownTable } from './explorerState';
import { keepRuns } from './runs';
import { catalogueOf, shippedOf } from './standIn';
import { eceStatistics } from './statistics';

const provenance = { model: 'base', dtype: 'q8', backend: 'wasm' };
const CATALOGUE = catalogueOf(['base'], ['clinic', 'moderation']);
const SHIPPED = shippedOf(CATALOGUE, ({ task }) =>
  Promise.resolve(decisionTable(provenance, task, ['A', 'B', 'C', 'D'], [])),
);

/** An engine that ends after `lives` traces, as a crash would, and works from then on. */
function mortalEngine(lives: number) {
  const requests: GenerateRequest[] = [];
  let loads = 0;
  const engine: Engine = {
    load: () => {
      loads++;
      const selfTest = { maxDifference: 0, tolerance: 1 };
      return Promise.resolve({ backend: 'wasm', dtype: 'q8', selfTest, refused: [] });
    },
    generate: (request, events) => {
      requests.push(request);
      const traces = request.cases.map(({ id }): Trace => ({
        id,
        caseId: id,
        provenance,
        sampling: request.sampling,
        tokens: [],
        finish: 'stop',
        decision: {
          status: 'found',
          tokenIndex: 0,
          chosen: 0,
          logits: [1, 0, 0, 0],
          optionMass: 1,
        },
      }));
      for (const trace of traces) {
        if (lives-- === 0) return Promise.reject(new WorkerCrashedError('It stopped.'));
        events.onTrace?.(trace);
      }
      return Promise.resolve(traces);
    },
    score: () => Promise.resolve([]),
    dispose: () => Promise.resolve(),
  };
  return { engine, requests, loads: () => loads };
}

const requestOf = (id: string): GenerateRequest => ({
  cases: [{ id, prompt: '', options: [] }],
  sampling: { mode: 'greedy', temperature: 1, seed: 7 },
  ...{ maxNewTokens: 1, batchSize: 1, rule: ANSWER_TAG },
});

test('a run that a crash cut short goes on with the cases it lacks, on a model loaded again', async () => {
  const { engine, requests, loads } = mortalEngine(2);
  const statistics = (...args: Parameters<typeof eceStatistics>) =>
    Promise.resolve(eceStatistics(...args));
  const explorer = createExplorer({ engine, shipped: SHIPPED, statistics });
  const { store, keeper } = explorer;
  await explorer.open();
  await explorer.runCases(5, 7);
  expect(store.getState().error).toBe('It stopped.');
  expect(explorer.engine.getState().status).toBe('failed');
  expect(shownTable(store.getState())?.caseIds).toEqual(['clinic-7-0', 'clinic-7-1']);
  await expect.poll(() => keeper.store.getState().offer?.done).toBe(2);

  await explorer.choose({ task: 'moderation' });
  await explorer.showKept();
  expect(store.getState()).toMatchObject({
    choice: { task: 'clinic' },
    origin: 'run',
    run: { done: 2, total: 5 },
    runEnd: 'stopped',
  });
  await explorer.continueKept();
  expect(loads()).toBe(2);
  expect(requests.at(-1)!.cases.map(({ id }) => id)).toEqual(
    [2, 3, 4].map((index) => `clinic-7-${index}`),
  );
  expect(store.getState()).toMatchObject({ error: null, runEnd: 'complete' });
  expect(shownTable(store.getState())?.caseIds).toHaveLength(5);
  await expect.poll(() => keeper.store.getState().offer).toBeNull();
});

test('a kept run of a model that the page no longer has is shown, and does not go on', async () => {
  const { engine, requests } = mortalEngine(1);
  const statistics = (...args: Parameters<typeof eceStatistics>) =>
    Promise.resolve(eceStatistics(...args));
  const explorer = createExplorer({ engine, shipped: SHIPPED, statistics });
  await explorer.open();
  await explorer.runCases(3, 7);
  await expect.poll(() => explorer.keeper.store.getState().offer?.done).toBe(1);
  explorer.store.setState({ catalogue: { ...CATALOGUE, models: [] } });
  await explorer.showKept();
  expect(explorer.store.getState().error).toContain('no longer has base');
  expect(shownTable(explorer.store.getState())?.caseIds).toEqual(['clinic-7-0']);
  await explorer.continueKept();
  expect(explorer.store.getState().error).toContain('no longer has base');
  expect(requests).toHaveLength(1);
});

test('a kept run of a model of the user’s own goes on once that is there again, but on no other weights', async () => {
  const { engine } = mortalEngine(0);
  const statistics = (...args: Parameters<typeof eceStatistics>) =>
    Promise.resolve(eceStatistics(...args));
  const keeper = keepRuns();
  const keeping = keeper.begin({
    ...{ task: 'clinic', seed: 7, count: 3 },
    sampling: { mode: 'greedy', temperature: 1, seed: 7 },
    provenance: { model: 'me/own@main', dtype: 'q4', backend: 'wasm' },
  });
  const [first] = await mortalEngine(9).engine.generate(requestOf('clinic-7-0'), {});
  keeping.add(first!);
  await keeping.end(null);
  const explorer = createExplorer({ engine, shipped: SHIPPED, statistics, keeper });
  await explorer.open();
  const connect = async (dtype: 'q4' | 'q8') => {
    const own = mortalEngine(9).engine;
    const load: Engine['load'] = async (...call) => ({
      ...(await own.load(...call)),
      ...{ model: 'me/own@main', dtype },
    });
    await explorer.addModel({ name: 'hub:me/own@main', title: 'own', engine: { ...own, load } });
  };
  await connect('q8');
  await explorer.continueKept();
  expect(explorer.store.getState().error).toContain('in q4, not of me/own@main in q8');
  await connect('q4');
  await explorer.continueKept();
  expect(explorer.store.getState()).toMatchObject({ error: null, runEnd: 'complete' });
  expect(explorer.store.getState().choice.model).toBe('hub:me/own@main');
  expect(shownTable(explorer.store.getState())?.caseIds).toHaveLength(3);
});
