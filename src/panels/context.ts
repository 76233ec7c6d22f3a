import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EngineState } from '../state/engineStore';
import type { Explorer } from '../state/explorer';
import type { ExplorerState } from '../state/explorerState';
import type { Settings } from '../state/settings';

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

export function useSettings(): Settings {
  return useStore(useExplorer().settings);
}

export function useEngineState(): EngineState {
  return useStore(useExplorer().engine);
}
