import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Engine } from '../../inference/engine';
import type { Provenance } from '../../traces/trace';
import type { Explorer } from '../explorer';

/** What a tool found, as far as it is. */
export type JobState<T> = {
  /** What it was run on: a result of another case or model is not shown. Null before the first run. */
  readonly key: string | null;
  /** `stopped`: cancelled or failed; what was found is kept. */
  readonly status: 'none' | 'running' | 'complete' | 'stopped';
  readonly provenance: Provenance | null;
  readonly done: number;
  readonly total: number;
  readonly result: T;
};

export type JobWork<T> = {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** Without effect once another run has begun. */
  readonly report: (change: Partial<Pick<JobState<T>, 'done' | 'total' | 'result'>>) => void;
};

export type Job<T> = {
  readonly store: StoreApi<JobState<T>>;
  /** Loads the chosen model where it is not loaded, and runs `work` on it; never rejects. */
  readonly run: (
    key: string,
    total: number,
    work: (context: JobWork<T>) => Promise<void>,
  ) => Promise<void>;
};

/** One tool's work and its result; a new run begins at `empty` and takes the place of the one under way. */
export function createJob<T>({ withEngine }: Pick<Explorer, 'withEngine'>, empty: T): Job<T> {
  const none = { key: null, status: 'none', provenance: null, done: 0, total: 0 } as const;
  const store = createStore<JobState<T>>(() => ({ ...none, result: empty }));
  let newest: object | null = null;
  return {
    store,
    run: async (key, total, work) => {
      const own = {};
      newest = own;
      const report = (change: Partial<JobState<T>>) => {
        if (newest === own) store.setState(change);
      };
      report({ ...none, key, total, status: 'running', result: empty });
      const end: { status: 'complete' | 'stopped' } = { status: 'stopped' };
      await withEngine('diagnose', async (signal, engine, provenance) => {
        report({ provenance });
        await work({ engine, signal, report });
        if (!signal.aborted) end.status = 'complete';
      });
      report(end);
    },
  };
}

/** The `create` of each page, made when first asked for; it lives as long as the page, whatever panel is open. */
export function perExplorer<T>(create: (explorer: Explorer) => T): (explorer: Explorer) => T {
  const made = new WeakMap<Explorer, T>();
  return (explorer) => {
    const value = made.get(explorer) ?? create(explorer);
    made.set(explorer, value);
    return value;
  };
}
