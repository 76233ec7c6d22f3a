import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EngineState } from '../state/engineStore';
import type { Explorer } from '../state/explorer';
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

export function useEngineState(): EngineState {
  return useStore(useExplorer().engine);
}
