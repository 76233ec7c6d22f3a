import { createData, type Data, type DataState } from '../../state/import/data';
import type { Explorer } from '../../state/explorer';
import { useStore } from 'zustand';
import { useExplorer } from '../context';

const made = new WeakMap<Explorer, Data>();

/** Reading of files, made when it is first asked for; it outlives the panel. */
export function dataOf(explorer: Explorer): Data {
  const known = made.get(explorer);
  if (known !== undefined) return known;
  const data = createData(
    () =>
      new Worker(new URL('../../state/import/import.worker.ts', import.meta.url), {
        type: 'module',
        name: 'import',
      }),
    explorer.showImported,
  );
  made.set(explorer, data);
  return data;
}

export const useData = (): Data => dataOf(useExplorer());

export function useDataState<T>(select: (state: DataState) => T): T {
  return useStore(useData().store, select);
}
