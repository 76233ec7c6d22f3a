import type { KeptRun, RunStore } from './keptRun';

/** Runs kept for as long as the page lives: where there is no database, and in tests. `keyOf` as in the database. */
export function createMemoryStore<Spec, Item>(
  keyOf: (item: Item) => string | number,
): RunStore<Spec, Item> {
  const runs = new Map<string, { run: KeptRun<Spec>; traces: Map<string | number, Item> }>();
  const entry = (id: string) => runs.get(id)?.traces ?? new Map<string | number, Item>();
  return {
    put: (run) => Promise.resolve(void runs.set(run.id, { run, traces: entry(run.id) })),
    append: (id, traces) => {
      for (const trace of traces) entry(id).set(keyOf(trace), trace);
      return Promise.resolve();
    },
    list: () =>
      Promise.resolve([...runs.values()].map(({ run, traces }) => ({ run, done: traces.size }))),
    traces: (id) => Promise.resolve([...entry(id).values()]),
    remove: (id) => Promise.resolve(void runs.delete(id)),
  };
}
