import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EngineState } from '../state/engineStore';
import type { Explorer } from '../state/explorer';
import type { EmbedPart } from '../state/view/embed';
import type { ExplorerState } from '../state/explorerState';

export const ExplorerContext = createContext<Explorer | null>(null);

/** The stores and actions of the page. Throws outside of the provider. */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === null) throw new Error('No ExplorerContext above this component.');
  return explorer;
}

export function useExplorerState<T>(select: (state: ExplorerState) => T): T {
  return useStore(useExplorer().store, select);
}

/** How a model was fine-tuned; undefined for one that the catalogue does not hold. */
export function useArmOf(model: string | null): string | undefined {
  return useExplorerState(
    ({ catalogue }) => catalogue?.models.find(({ name }) => name === model)?.arm,
  );
}

/** Which parts of a panel are shown: all of them on a page of its own, the asked for ones inside another page. */
export function useShows(): (part: EmbedPart) => boolean {
  const parts = useStore(useExplorer().view, ({ embed }) => embed.parts);
  return (part) => parts === null || parts.includes(part);
}

export function useEngineState(): EngineState {
  return useStore(useExplorer().engine);
}
