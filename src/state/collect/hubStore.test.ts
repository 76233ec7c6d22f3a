import { expect, test } from 'vitest';
import type { Engine, LoadReport } from '../../inference/engine';
import { readHubSpec } from '../../inference/hub/spec';
import { createHubStore, hubFormProblem } from './hubStore';

const REPORT: LoadReport = {
  ...{ model: 'a/b@main', backend: 'wasm', dtype: 'q8', selfTest: null, refused: [] },
};

function setUp(load: Engine['load'] = () => Promise.resolve(REPORT)) {
  const log: string[] = [];
  const hub = createHubStore((host) => {
    log.push(`made for ${host}`);
    return {
      load: (model, options) => {
        log.push(`loads ${readHubSpec(model).repo} in ${readHubSpec(model).dtype}`);
        return load(model, options);
      },
      generate: () => Promise.resolve([]),
      score: () => Promise.resolve([]),
      dispose: () => {
        log.push('ends');
        return Promise.resolve();
      },
    };
  }, null);
  hub.edit({ repo: 'a/b', dtype: 'q8', host: 'https://hub.example/' });
  return { ...hub, log };
}
const signal = () => new AbortController().signal;

test('a model is loaded with its progress, and a change of the form ends it', async () => {
  const progress = { stage: 'download', loadedBytes: 1, totalBytes: 2 } as const;
  const { store, load, engine, edit, log } = setUp((_, { onProgress }) => {
    onProgress?.(progress);
    expect(store.getState().connection).toEqual({ status: 'loading', progress });
    return Promise.resolve(REPORT);
  });
  await load(signal());
  expect(store.getState()).toMatchObject({ connection: { report: REPORT }, kept: [] });
  expect(engine()).not.toBeNull();
  edit({ revision: 'x' });
  expect(engine()).toBeNull();
  expect(log).toEqual(['made for https://hub.example/', 'loads a/b in q8', 'ends']);
});

test('what is wrong is told; an abort leaves nothing', async () => {
  const failing = setUp(() => Promise.reject(new Error('no such weights')));
  await failing.load(signal());
  expect(failing.store.getState().connection).toEqual({
    ...{ status: 'failed', message: 'no such weights' },
  });
  failing.edit({ repo: 'nothing' });
  await failing.load(signal());
  expect(failing.store.getState().connection).toMatchObject({
    message: expect.stringContaining('an owner and a name') as string,
  });
  const stop = new AbortController();
  const stopped = setUp(() => {
    stop.abort();
    return Promise.reject(new Error('stopped'));
  });
  await stopped.load(stop.signal);
  expect(stopped.store.getState().connection).toEqual({ status: 'idle' });
});

test('hosts are addresses of the web', () => {
  const { form } = setUp().store.getState();
  expect(hubFormProblem(form)).toBeNull();
  for (const host of ['hub.example', 'javascript:1', ''])
    expect(hubFormProblem({ ...form, host })).toContain('The host');
});
