import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineState } from '../../state/engineStore';
import type { ToServiceWorker } from './toServiceWorker';

/**
 * `none`: this page has no service worker (the dev server, an old browser, no secure address). `installing`: the page is
 * being stored. `ready`: it opens without a network. `failed`: it could not be stored.
 */
export type OfflineState = {
  readonly page: 'none' | 'installing' | 'ready' | 'failed';
  /** A new version is stored and waits; `elsewhere`: another tab has put it in place already. */
  readonly update: 'none' | 'waiting' | 'elsewhere';
  /** Why the loaded model is not stored, as a sentence; null while it is. */
  readonly problem: string | null;
};

export type Offline = {
  /** The page's folder. */
  readonly base: string;
  readonly store: StoreApi<OfflineState>;
  /** Puts the waiting version in place and reloads. */
  readonly reload: () => void;
  readonly dismiss: () => void;
};

/** How often a page that stays open looks for a new version: when it is looked at again, at most once in this time. */
const LOOK_MS = 30 * 60_000;

/** Registers the service worker of a built page and follows its versions. */
export function createOffline(base: string, engine: StoreApi<EngineState>): Offline {
  const store = createStore<OfflineState>(() => ({
    page: 'none',
    update: 'none',
    problem: null,
  }));
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  let registration: ServiceWorkerRegistration | null = null;
  let reloading = false;

  const tell = (worker: ServiceWorker | null, message: ToServiceWorker) =>
    worker?.postMessage(message);

  const follow = (installing: ServiceWorker | null) => {
    installing?.addEventListener('statechange', () => {
      const first = workers?.controller == null;
      if (installing.state === 'installed' && !first) store.setState({ update: 'waiting' });
      if (installing.state === 'activated') store.setState({ page: 'ready' });
      if (installing.state === 'redundant' && store.getState().page === 'installing')
        store.setState({ page: 'failed' });
    });
  };

  const start = async (container: ServiceWorkerContainer) => {
    let controlled = container.controller !== null;
    store.setState({ page: controlled ? 'ready' : 'installing' });
    container.addEventListener('controllerchange', () => {
      if (reloading) location.reload();
      else if (controlled) store.setState({ update: 'elsewhere' });
      controlled = true;
    });
    registration = await container.register(new URL('sw.js', base).href, {
      updateViaCache: 'none',
    });
    if (registration.active !== null) store.setState({ page: 'ready' });
    if (registration.waiting !== null && controlled) store.setState({ update: 'waiting' });
    tell(registration.active, 'sweep');
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration?.installing ?? null));
    let looked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_MS) return;
      looked = Date.now();
      void registration?.update().catch(() => undefined);
    });
  };

  if (workers !== null && import.meta.env.PROD) {
    start(workers).catch(() => store.setState({ page: 'failed' }));
    engine.subscribe((state, { status: before }) => {
      if (state.status !== 'ready' || before === 'ready') return;
      const { key, report } = state;
      void import('./keepUsed')
        .then(({ keepUsed }) => keepUsed(base, report.backend, key))
        .then((problem) => store.setState({ problem }))
        .catch(() => undefined);
    });
  }

  return {
    base,
    store,
    dismiss: () => store.setState({ problem: null }),
    reload: () => {
      const waiting = registration?.waiting ?? null;
      if (waiting === null) {
        location.reload();
        return;
      }
      reloading = true;
      tell(waiting, 'activate');
    },
  };
}
