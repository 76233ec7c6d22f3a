import { createData, type Data, type DataState } from '../../state/import/data';
import type { Explorer } from '../../state/explorer';
import { useStore } from 'zustand';
import { useExplorer } from '../context';

const made = new WeakMap<Explorer, Data>();

/** Reading of files, made when the panel is first opened; it outlives the panel. */
export function useData(): Data {
  const explorer = useExplorer();
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

export function useDataState<T>(select: (state: DataState) => T): T {
  return useStore(useData().store, select);
}
