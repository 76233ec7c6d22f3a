import type { AurcEstimate } from '../../calibration/aurcInterval';
import type { RiskControl } from '../../calibration/riskControl';
import type { AreasRequest, RiskRequest } from '../../state/deferJob';
import { createNewest } from '../../state/newest';

const spawn = () =>
  new Worker(new URL('../../state/defer.worker.ts', import.meta.url), { type: 'module' });

/** Areas and target risk have a worker each, so that neither waits for the other. It starts at the first request. */
export const askAreas = createNewest<AreasRequest, readonly AurcEstimate[]>(
  spawn,
  'The worker of the curves',
);
export const askRisk = createNewest<RiskRequest, RiskControl>(
  spawn,
  'The worker of the target risk',
);
