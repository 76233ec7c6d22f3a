import type { KeptRun, RunStore } from './keptRun';

const RUNS = 'runs';
/** Keyed by run and item, so that what is kept twice is kept once. */
const TRACES = 'traces';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database failed.'));
  });

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(RUNS, { keyPath: 'id' });
    request.result.createObjectStore(TRACES);
  };
  return settled(request);
}

const ofRun = (id: string) => IDBKeyRange.bound([id], [id, []]);

/**
 * Runs in the browser's IndexedDB of that name, opened with the first call and again after another tab has replaced it. `keyOf` tells
 * the items of a run apart.
 */
export function createIndexedDbStore<Spec, Item>(
  name: string,
  keyOf: (item: Item) => string | number,
): RunStore<Spec, Item> {
  let database: Promise<IDBDatabase> | null = null;

  const connect = (): Promise<IDBDatabase> => {
    database ??= open(name).then((opened) => {
      opened.onversionchange = () => opened.close();
      opened.onclose = () => (database = null);
      return opened;
    });
    database.catch(() => (database = null));
    return database;
  };

  const transact = async <T>(
    mode: IDBTransactionMode,
    action: (runs: IDBObjectStore, traces: IDBObjectStore) => T,
  ): Promise<Awaited<T>> => {
    const transaction = (await connect()).transaction([RUNS, TRACES], mode, {
      durability: 'relaxed',
    });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () =>
        reject(transaction.error ?? new Error('The browser stopped writing.'));
    });
    const result = action(transaction.objectStore(RUNS), transaction.objectStore(TRACES));
    const [value] = await Promise.all([result, done]);
    return value;
  };

  return {
    put: (run) => transact('readwrite', (runs) => void runs.put(run)),
    append: (id, traces) =>
      transact('readwrite', (_, store) => {
        for (const trace of traces) store.put(trace, [id, keyOf(trace)]);
      }),
    list: () =>
      transact('readonly', async (runs, traces) => {
        const found = (await settled(runs.getAll())) as KeptRun<Spec>[];
        return Promise.all(
          found.map(async (run) => ({ run, done: await settled(traces.count(ofRun(run.id))) })),
        );
      }),
    traces: (id) =>
      transact('readonly', async (_, store) => (await settled(store.getAll(ofRun(id)))) as Item[]),
    remove: (id) =>
      transact('readwrite', (runs, traces) => {
        runs.delete(id);
        traces.delete(ofRun(id));
      }),
  };
}
