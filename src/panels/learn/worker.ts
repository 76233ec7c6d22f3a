import type { Facts } from '../../strings/learn/facts';
import type { FactsRequest, TableStep } from '../../state/learn/compute';
import { createNewest } from '../../state/newest';

/** Facts of a step in a worker, which starts at the first request. */
export const askFacts = createNewest<FactsRequest, Facts[TableStep]>(
  () =>
    new Worker(new URL('../../state/learn/learn.worker.ts', import.meta.url), { type: 'module' }),
  'The worker of the course',
);
