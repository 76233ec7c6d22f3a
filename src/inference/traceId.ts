import type { Provenance, Sampling } from '../traces/trace';

/** A trace's id: it names everything that the trace is a function of. */
export function traceId(provenance: Provenance, caseId: string, sampling: Sampling): string {
  const { model, dtype, backend } = provenance;
  const drawn =
    sampling.mode === 'greedy' ? 'greedy' : `T${sampling.temperature}-s${sampling.seed}`;
  return [model, dtype, backend, caseId, drawn].join('/');
}
