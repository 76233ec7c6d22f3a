import { createStore, type StoreApi } from 'zustand/vanilla';
import { turn } from '../formats/turn';
import type { DecisionTable } from '../traces/decisionTable';
import type { Catalogue, Shipped } from './catalogue';
import { messageOf } from './engineStore';

/** The shipped tables of every model on one task, in the order of the catalogue. */
export type ArmsState = {
  readonly task: string | null;
  readonly arms: readonly { readonly model: string; readonly table: DecisionTable }[];
  readonly error: string | null;
};

/** Store of the tables that are compared; `show` fetches those of a task, the newest call wins. Never rejects. */
export function createArms(shipped: Shipped): {
  readonly store: StoreApi<ArmsState>;
  readonly show: (catalogue: Catalogue, task: string) => Promise<void>;
} {
  const store = createStore<ArmsState>(() => ({ task: null, arms: [], error: null }));
  let newest = 0;
  return {
    store,
    show: async (catalogue, task) => {
      const own = ++newest;
      const entries = catalogue.models.flatMap(({ name }) => {
        const entry = catalogue.tables.find((table) => table.model === name && table.task === task);
        return entry === undefined ? [] : [entry];
      });
      try {
        const tables = await Promise.all(
          entries.map(async (entry) => {
            await turn();
            return shipped.decisions(entry);
          }),
        );
        if (own !== newest) return;
        const arms = tables.map((table, i) => ({ model: entries[i]!.model, table }));
        store.setState({ task, arms, error: null });
      } catch (error) {
        if (own === newest) store.setState({ task, arms: [], error: messageOf(error) });
      }
    },
  };
}
