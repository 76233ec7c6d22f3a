import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Explorer } from '../state/explorer';
import type { Settings } from '../state/settings';

/** What the controls of a diagram act on: the page's stores, or those of a figure that stands alone. */
export type Controls = Pick<Explorer, 'settings' | 'statistics' | 'selectBin'>;

export const ControlsContext = createContext<Controls | null>(null);

/** The stores below the controls. Throws outside of the provider. */
export function useControls(): Controls {
  const controls = useContext(ControlsContext);
  if (controls === null) throw new Error('No ControlsContext above this component.');
  return controls;
}

export function useSettings(): Settings {
  return useStore(useControls().settings);
}
