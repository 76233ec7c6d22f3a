import { expect, test } from 'vitest';
import type { Engine, LoadReport } from '../inference/engine';
import { createEngineStore } from './engineStore';

const REPORT: LoadReport = {
  backend: 'wasm',
  dtype: 'q8',
  selfTest: { maxDifference: 0, tolerance: 1e-3 },
  refused: [],
};

/** An engine whose loads the test settles one by one. */
function slowEngine() {
  const loads: Settle[] = [];
  const engine: Engine = {
    load: () =>
      new Promise((resolve, reject) => loads.push({ resolve: () => resolve(REPORT), reject })),
    generate: () => Promise.resolve([]),
    score: () => Promise.resolve([]),
    dispose: () => Promise.resolve(),
  };
  return { engine, loads };
}
type Settle = { resolve: () => void; reject: (error: Error) => void };

test('a load that was given up does not overwrite the state of the one that followed it', async () => {
  const { engine, loads } = slowEngine();
  const { store, ensure } = createEngineStore(engine);
  const first = new AbortController();
  const givenUp = ensure('base', 'fp32', first.signal);
  first.abort();
  const second = ensure('base', 'q8', new AbortController().signal);
  loads[0]!.reject(new Error('aborted'));
  await expect(givenUp).rejects.toThrow('aborted');
  expect(store.getState()).toMatchObject({ status: 'loading', key: 'base/q8' });
  loads[1]!.resolve();
  await second;
  expect(store.getState()).toMatchObject({ status: 'ready', key: 'base/q8' });
});

test('a load given up with nothing after it leaves the engine idle; a failed one says why', async () => {
  const { engine, loads } = slowEngine();
  const { store, ensure } = createEngineStore(engine);
  const controller = new AbortController();
  const givenUp = ensure('base', 'q8', controller.signal);
  controller.abort();
  loads[0]!.reject(new Error('aborted'));
  await expect(givenUp).rejects.toThrow();
  expect(store.getState()).toEqual({ status: 'idle' });
  const failing = ensure('base', 'q8', new AbortController().signal);
  loads[1]!.reject(new Error('damaged'));
  await expect(failing).rejects.toThrow();
  expect(store.getState()).toEqual({ status: 'failed', key: 'base/q8', message: 'damaged' });
});
