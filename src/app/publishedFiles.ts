import { createStore } from 'zustand/vanilla';
import type { PublishedFiles } from '../panels/published';
import type { Explorer } from '../state/explorer';
import type { LinkedView } from '../state/link';
import type { Published } from '../state/published';

/** The files of a published page. `start` opens the one that the view names, where `link` shows data of one’s own, and follows the view. */
export function createPublishedFiles(
  explorer: Explorer,
  { files }: Published,
  base: string,
  link: LinkedView | null,
): PublishedFiles & { readonly start: () => Promise<void> } {
  const asked = link?.origin === 'imported';
  // Before the address is first written: it must not lose what is on its way.
  if (asked) explorer.store.setState({ awaited: true });
  const store = createStore<{ readonly opening: string | null }>(() => ({ opening: null }));
  const shown = () => files[explorer.view.getState().published.file] ?? files[0];
  const open = async (bin: number | null) => {
    const file = shown();
    if (file === undefined) return;
    store.setState({ opening: file.name });
    try {
      const { openPublished } = await import('../panels/data/openPublished');
      await openPublished(explorer, file, base, bin, () => shown() === file);
    } catch {
      // What reads it is a file of the page itself, which may be missing or out of reach.
      const error = `${file.name} could not be fetched. Check the connection and reload.`;
      if (shown() === file) explorer.store.setState({ error });
    }
    if (shown() === file) store.setState({ opening: null });
  };
  return {
    files,
    store,
    open: (place) => {
      const { file } = explorer.view.getState().published;
      if (place === file) void open(null);
      else explorer.view.change('published', { file: place });
    },
    start: async () => {
      const opening = asked ? open(link.bin ?? null) : null;
      explorer.view.subscribe(({ published }, former) => {
        if (published.file !== former.published.file) void open(null);
      });
      await opening;
      explorer.store.setState({ awaited: false });
    },
  };
}
