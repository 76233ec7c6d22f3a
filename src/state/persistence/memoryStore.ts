import type { Trace } from '../../traces/trace';
import type { KeptRun, RunStore } from './keptRun';

/** Runs kept for as long as the page lives: where there is no database, and in tests. */
export function createMemoryStore(): RunStore {
  const runs = new Map<string, { run: KeptRun; traces: Map<string, Trace> }>();
  const entry = (id: string) => runs.get(id)?.traces ?? new Map<string, Trace>();
  return {
    put: (run) => Promise.resolve(void runs.set(run.id, { run, traces: entry(run.id) })),
    append: (id, traces) => {
      for (const trace of traces) entry(id).set(trace.caseId, trace);
      return Promise.resolve();
    },
    list: () =>
      Promise.resolve([...runs.values()].map(({ run, traces }) => ({ run, done: traces.size }))),
    traces: (id) => Promise.resolve([...entry(id).values()]),
    remove: (id) => Promise.resolve(void runs.delete(id)),
  };
}
