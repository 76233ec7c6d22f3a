import { createContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { PublishedFile } from '../state/published';

/** The files that a page was published with; `opening`: the name of the one that is being read. */
export type PublishedFiles = {
  readonly files: readonly PublishedFile[];
  /** Opens the file at a place. */
  readonly open: (place: number) => void;
  readonly store: StoreApi<{ readonly opening: string | null }>;
};

/** Null on a page that was not published with data. */
export const PublishedContext = createContext<PublishedFiles | null>(null);
