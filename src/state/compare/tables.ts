import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DecisionTable } from '../../traces/decisionTable';
import type { Shipped, TableEntry } from '../catalogue';
import { messageOf } from '../engineStore';

/** A shipped table on its way, there, or why not. */
export type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly table: DecisionTable }
  | { readonly status: 'failed'; readonly message: string };

/** Shipped tables by the name of their file (`entry.decisions`). */
export type TablesState = { readonly files: ReadonlyMap<string, Loaded> };

export type Tables = {
  readonly store: StoreApi<TablesState>;
  /** Fetches what was not asked for yet. */
  readonly want: (entries: readonly TableEntry[]) => void;
  /** Asks again for what failed. */
  readonly retry: () => void;
};

/** Fetches side by side; a failure is told and stays one until `retry`. Never throws. */
export function createTables(shipped: Pick<Shipped, 'decisions'>): Tables {
  const store = createStore<TablesState>(() => ({ files: new Map() }));
  const known = new Map<string, TableEntry>();
  const put = (file: string, loaded: Loaded) =>
    store.setState(({ files }) => ({ files: new Map(files).set(file, loaded) }));
  const fetchAll = (entries: readonly TableEntry[]) => {
    for (const entry of entries) {
      put(entry.decisions, { status: 'loading' });
      shipped.decisions(entry).then(
        (table) => put(entry.decisions, { status: 'ready', table }),
        (error: unknown) => put(entry.decisions, { status: 'failed', message: messageOf(error) }),
      );
    }
  };
  return {
    store,
    want: (entries) => {
      const fresh = entries.filter(({ decisions }) => !known.has(decisions));
      for (const entry of fresh) known.set(entry.decisions, entry);
      fetchAll(fresh);
    },
    retry: () => {
      const { files } = store.getState();
      fetchAll([...known.values()].filter((e) => files.get(e.decisions)?.status === 'failed'));
    },
  };
}
