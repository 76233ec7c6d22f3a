import { describe, expect, test, vi } from 'vitest';
import type { Engine, GenerateRequest } from '../inference/engine';
import type { Decision } from '../traces/decision';
import { decisionTable } from '../traces/decisionTable';
import type { Trace } from '../traces/trace';
import type { Catalogue, Shipped } from './catalogue';
import { createExplorer } from './explorer';
import { shownTable } from './explorerState';
import { readLink } from './link';
import { marginTable } from './standIn';
import { eceStatistics } from './statistics';
import { sampleSubject, SHIPPED_SEED } from './subject';

const CATALOGUE: Catalogue = {
  version: 2,
  opens: 'base',
  models: [
    {
      name: 'base',
      title: 'Base',
      arm: 'base',
      parameters: 1e6,
      vocabularySize: 700,
      tasks: ['clinic', 'moderation'],
      dtypes: [{ name: 'fp32', bytes: 4e6 }],
    },
  ],
  tables: [
    {
      model: 'base',
      dtype: 'fp32',
      task: 'clinic',
      n: 1,
      seed: SHIPPED_SEED,
      decisions: 'd.json',
      traces: 't.json',
    },
  ],
};
const found: Decision = {
  status: 'found',
  tokenIndex: 0,
  chosen: 0,
  logits: [5, 0, 0, 0],
  optionMass: 1,
};
const token = { id: 1, text: ' A', logprob: -0.1, logsumexp: 3, top: [] };
const traceOf = (caseId: string, finish: Trace['finish'] = 'stop'): Trace => ({
  id: `${caseId}/x`,
  caseId,
  provenance: { model: 'base', dtype: 'fp32', backend: 'wasm' },
  sampling: { mode: 'greedy', temperature: 1, seed: 0 },
  tokens: [token],
  finish,
  decision: finish === 'stop' ? found : { status: 'missing', reason: 'cut-off' },
});
const SHIPPED: Shipped = {
  catalogue: () => Promise.resolve(CATALOGUE),
  claims: () => Promise.resolve([]),
  decisions: () =>
    Promise.resolve(
      decisionTable(
        { model: 'base', dtype: 'fp32', backend: 'cpu' },
        'clinic',
        ['A', 'B', 'C', 'D'],
        [{ caseId: `clinic-${SHIPPED_SEED}-0`, decision: found, gold: 0, posterior: null }],
      ),
    ),
  traces: () => {
    const id = `clinic-${SHIPPED_SEED}-0`;
    return Promise.resolve(new Map([[id, { ...traceOf(id), id: 'shipped' }]]));
  },
};

/** An engine whose traces come when the test lets them, one case at a time. */
function handEngine() {
  const requests: GenerateRequest[] = [];
  let release: () => void = () => undefined;
  const load = vi.fn<Engine['load']>(() =>
    Promise.resolve({
      backend: 'wasm' as const,
      dtype: 'fp32' as const,
      selfTest: { maxDifference: 0, tolerance: 1e-3 },
      refused: [],
    }),
  );
  const engine: Engine = {
    load,
    generate: async (request, events, signal) => {
      requests.push(request);
      const traces: Trace[] = [];
      for (const { id } of request.cases) {
        events.onTokens?.({ caseId: id, tokens: [token] });
        await new Promise<void>((resolve) => {
          release = resolve;
          signal?.addEventListener('abort', () => resolve());
        });
        const trace = traceOf(id, signal?.aborted === true ? 'aborted' : 'stop');
        traces.push(trace);
        events.onTrace?.(trace);
        if (signal?.aborted === true) break;
        const done = traces.length;
        events.onProgress?.({ done, total: request.cases.length, newTokens: done, seconds: done });
      }
      return traces;
    },
    score: () => Promise.resolve([]),
    dispose: () => Promise.resolve(),
  };
  const tick = async () => {
    release();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { engine, load, requests, tick };
}

async function opened() {
  const hand = handEngine();
  const explorer = createExplorer({
    engine: hand.engine,
    shipped: SHIPPED,
    statistics: (request) => Promise.resolve(eceStatistics(request)),
  });
  await explorer.open();
  return { ...hand, explorer, get: explorer.store.getState };
}

test('the page opens on the shipped table and trace, with no model loaded', async () => {
  const { get, load, explorer } = await opened();
  expect(shownTable(get())?.usable.length).toBe(1);
  expect(get().trace?.id).toBe('shipped');
  expect(load).not.toHaveBeenCalled();
  expect(explorer.engine.getState().status).toBe('idle');
});

describe('while the catalogue is on its way', () => {
  /** A page that opens on a link; the catalogue comes with `arrive`. */
  function openingOn(link: string) {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const explorer = createExplorer({
      engine: handEngine().engine,
      shipped: { ...SHIPPED, catalogue: () => arrived.then(() => SHIPPED.catalogue()) },
      statistics: (request) => Promise.resolve(eceStatistics(request)),
    });
    const opening = explorer.open(readLink(link));
    const done = () => {
      arrive();
      return opening;
    };
    return { explorer, done, get: explorer.store.getState };
  }

  test('the link’s panel is there, and what the reader changes stays', async () => {
    const { explorer, done, get } = openingOn('v=1&p=compare&T=2&h=dark');
    const { settings, view } = explorer;
    expect([view.getState().page.panel, settings.getState().temperature]).toEqual(['compare', 2]);
    view.change('page', { panel: 'defer' });
    settings.change({ temperature: 5 });
    await done();
    expect(view.getState().page).toMatchObject({ panel: 'defer', theme: 'dark' });
    expect(settings.getState().temperature).toBe(5);
    expect(shownTable(get())?.usable.length).toBe(1);
  });

  test('a view asked for later is the one that is shown', async () => {
    const { explorer, done, get } = openingOn('v=1&c=5&b=2&T=2');
    const later = explorer.restore(readLink('v=1&c=3&T=4')!);
    await done();
    await later;
    expect(get().subject.id).toBe(`clinic-${SHIPPED_SEED}-3`);
    expect(get().choice.model).toBe('base');
    expect(get().selectedBin).toBeNull();
    expect(explorer.settings.getState().temperature).toBe(4);
    expect(shownTable(get())?.usable.length).toBe(1);
  });

  test('data of one’s own stay on the screen', async () => {
    const { explorer, done, get } = openingOn('v=1&p=data');
    const table = marginTable([1, 2, 3]);
    explorer.showImported({ table, name: 'mine', traceOf: () => Promise.resolve(null) });
    await done();
    expect(get().origin).toBe('imported');
    expect(shownTable(get())).toBe(table);
    explorer.setOrigin('shipped');
    expect(shownTable(get())?.usable.length).toBe(1);
  });
});

test('a bin that is opened while a link’s trace is on its way stays open', async () => {
  const { explorer, get } = await opened();
  const restored = explorer.restore(readLink('v=1&c=0')!);
  explorer.selectBin(4);
  await restored;
  expect(get().selectedBin).toBe(4);
});

test('generating loads the model once and streams the trace', async () => {
  const { get, explorer, load, tick } = await opened();
  for (let i = 0; i < 2; i++) {
    const done = explorer.generate();
    await tick();
    expect(get().streaming).toHaveLength(1);
    await tick();
    await done;
    expect(get()).toMatchObject({ work: 'none', streaming: null, error: null });
    expect(get().trace?.decision.status).toBe('found');
  }
  expect(load).toHaveBeenCalledTimes(1);
});

test('a stopped trace is kept as far as it went, without a decision', async () => {
  const { get, explorer, tick } = await opened();
  const done = explorer.generate();
  await tick();
  explorer.stop();
  await done;
  expect(get().trace?.finish).toBe('aborted');
  expect(get().trace?.decision.status).toBe('missing');
});

test('a run fills the diagram in the order of the cases; cancelling keeps what is done', async () => {
  const { get, explorer, tick } = await opened();
  const done = explorer.runCases(3, 7);
  await tick();
  await tick();
  await tick();
  explorer.stop();
  await done;
  expect(get()).toMatchObject({ origin: 'run', work: 'none', runEnd: 'stopped' });
  expect(shownTable(get())?.caseIds).toEqual(['clinic-7-0', 'clinic-7-1']);
  explorer.setOrigin('shipped');
  expect(shownTable(get())?.usable.length).toBe(1);
  explorer.setOrigin('run');
  await explorer.showCase('clinic-7-1');
  expect(get().trace?.id).toBe('clinic-7-1/x');
});

test('sampling takes the temperature of the slider', async () => {
  const { explorer, requests, tick } = await opened();
  await explorer.choose({ mode: 'sample' });
  explorer.settings.change({ temperature: 2 });
  const done = explorer.generate();
  await tick();
  await tick();
  await done;
  expect(requests[0]!.sampling).toMatchObject({ mode: 'sample', temperature: 2 });
});

test('another task drops the run and brings a case of its own', async () => {
  const { get, explorer } = await opened();
  await explorer.choose({ task: 'moderation' });
  expect(get().subject).toEqual(sampleSubject('moderation', SHIPPED_SEED, 0));
  expect(shownTable(get())).toBeNull();
  expect(get().trace).toBeNull();
});

test('a failure becomes a message, and the next attempt loads again', async () => {
  const { get, explorer, load } = await opened();
  load.mockRejectedValueOnce(new Error('The weights are damaged.'));
  await explorer.generate();
  expect(get()).toMatchObject({ error: 'The weights are damaged.', work: 'none' });
  expect(explorer.engine.getState().status).toBe('failed');
  void explorer.generate();
  await vi.waitFor(() => expect(explorer.engine.getState().status).toBe('ready'));
  expect(load).toHaveBeenCalledTimes(2);
});
