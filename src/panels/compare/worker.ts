import type { CompareAnswer, CompareRequest } from '../../state/compare/job';
import { createNewest } from '../../state/newest';

const ask = () =>
  createNewest<CompareRequest, CompareAnswer>(
    () =>
      new Worker(new URL('../../state/compare/compare.worker.ts', import.meta.url), {
        type: 'module',
      }),
    'The statistics worker',
  );

/** Table and overlay each have a worker of their own, so that neither waits for the other. It starts at the first request. */
export const askTable = ask();
export const askOverlay = ask();
