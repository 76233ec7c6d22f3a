import { createContext, useContext } from 'react';
import type { Offline } from './offlineStore';

export const OfflineContext = createContext<Offline | null>(null);

/** What of the page is stored here, and whether a new version waits. Throws outside of the provider. */
export function useOffline(): Offline {
  const offline = useContext(OfflineContext);
  if (offline === null) throw new Error('No OfflineContext above this component.');
  return offline;
}
