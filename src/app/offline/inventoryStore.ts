import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepItem, keptBytes, removeItem, type Item } from './inventory';
import { readItems } from './readItems';

export type Row = { readonly item: Item; readonly kept: number };

export type InventoryState = {
  /** Null until the list is read. */
  readonly rows: readonly Row[] | null;
  /** What is being stored, and how far it is; null while nothing is. */
  readonly work: { readonly id: string; readonly loaded: number } | null;
  readonly error: string | null;
  /** What the browser says of all pages of this origin, in bytes; null where it does not tell. */
  readonly space: { readonly used: number; readonly quota: number } | null;
  /** The browser promised not to clear the store by itself. */
  readonly persisted: boolean;
};

export type Inventory = {
  readonly store: StoreApi<InventoryState>;
  readonly refresh: () => Promise<void>;
  readonly keep: (items: readonly Item[]) => Promise<void>;
  readonly stop: () => void;
  readonly remove: (item: Item) => Promise<void>;
};

export function describe(error: unknown, item: string): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError')
    return `The browser has no room for “${item}”. Remove something below, or free space on this machine.`;
  const text = error instanceof Error ? error.message : String(error);
  return `“${item}” could not be stored. ${text}`;
}

export const isWhole = ({ item, kept }: Row): boolean => kept === item.bytes;

/** What of the page is stored on this machine; stores and removes it. Nothing here rejects. */
export function createInventory(base: string): Inventory {
  const store = createStore<InventoryState>(() => ({
    rows: null,
    work: null,
    error: null,
    space: null,
    persisted: false,
  }));
  const { getState: get, setState: set } = store;
  let items: Promise<readonly Item[]> | null = null;
  let controller: AbortController | null = null;

  const list = () => {
    items ??= readItems(base);
    items.catch(() => (items = null));
    return items;
  };

  const refresh = async () => {
    try {
      const rows = await Promise.all(
        (await list()).map(async (item) => ({ item, kept: await keptBytes(item) })),
      );
      const { usage, quota } = await navigator.storage.estimate();
      const space = usage === undefined || quota === undefined ? null : { used: usage, quota };
      set({ rows, space, persisted: await navigator.storage.persisted() });
    } catch (error) {
      set({ error: `What is stored could not be read. ${describe(error, 'The list')}` });
    }
  };

  return {
    store,
    refresh,
    stop: () => controller?.abort(),
    keep: async (wanted) => {
      controller?.abort();
      const own = new AbortController();
      controller = own;
      set({ error: null });
      // Where the browser asks the reader or says no, storing goes on all the same.
      await navigator.storage.persist().catch(() => false);
      for (const item of wanted) {
        set({ work: { id: item.id, loaded: 0 } });
        try {
          await keepItem(item, {
            signal: own.signal,
            onProgress: (loaded) => set({ work: { id: item.id, loaded } }),
          });
        } catch (error) {
          if (!own.signal.aborted) set({ error: describe(error, item.title) });
          break;
        }
      }
      if (controller === own) set({ work: null });
      await refresh();
    },
    remove: async (item) => {
      set({ error: null });
      try {
        const whole = (get().rows ?? []).filter(isWhole).map((row) => row.item);
        await removeItem(item, whole);
      } catch (error) {
        set({ error: `“${item.title}” could not be removed. ${describe(error, item.title)}` });
      }
      await refresh();
    },
  };
}
