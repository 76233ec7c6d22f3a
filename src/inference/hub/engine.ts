import { createWorkerEngine } from '../client';
import type { Engine } from '../engine';

export const HUB_HOST = 'https://huggingface.co/';

/** Reading a long prompt, or making a session of a large file, may keep a slow machine busy for minutes. */
const PATIENCE = 600;

/**
 * An engine for models of the Hub, in a worker of its own that is fetched with the first call. `load` takes a name that
 * `writeHubSpec` wrote; everything else is as with the page's models, one row at a time. `host`: another server of the
 * Hub's layout, `/{repo}/resolve/{revision}/{file}`.
 */
export function createHubEngine(host: string = HUB_HOST): Engine {
  return createWorkerEngine({
    modelsUrl: host,
    patience: PATIENCE,
    createWorker: () =>
      new Worker(new URL('./hubWorker.ts', import.meta.url), { type: 'module', name: 'hub' }),
  });
}
