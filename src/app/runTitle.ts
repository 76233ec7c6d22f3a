import type { StoreApi } from 'zustand/vanilla';
import type { ExplorerState } from '../state/explorerState';

/** Tells how far a run is in the title, for a reader who has gone to another tab meanwhile. */
export function showRunInTitle(
  store: StoreApi<ExplorerState>,
  page: Pick<Document, 'title'>,
): void {
  const plain = page.title;
  store.subscribe(({ work, run }) => {
    const title = work === 'run' && run !== null ? `${run.done}/${run.total} · ${plain}` : plain;
    if (page.title !== title) page.title = title;
  });
}
