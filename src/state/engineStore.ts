import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dtype, Engine, LoadProgress, LoadReport } from '../inference/engine';
import { endsWorker } from '../inference/errors';

/** What the engine has loaded. `key` names model and dtype. */
export type EngineState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly key: string; readonly progress: LoadProgress | null }
  | { readonly status: 'ready'; readonly key: string; readonly report: LoadReport }
  | { readonly status: 'failed'; readonly key: string; readonly message: string };

/** A loaded engine stays ready when a request fails, unless `failed` says that its worker is gone. */
export type EngineStore = {
  readonly store: StoreApi<EngineState>;
  /** Loads what is not loaded yet. Rejects with the engine's error, or AbortError when aborted. */
  readonly ensure: (model: string, dtype: Dtype, signal: AbortSignal) => Promise<LoadReport>;
  /** The model of this name is another one now: what is loaded of it does not count. */
  readonly forget: (model: string) => void;
  /** Hears why a request failed: after a crash, a lost GPU or too little memory the model has to be loaded again. */
  readonly failed: (error: unknown) => void;
};

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function createEngineStore(engine: Engine): EngineStore {
  const store = createStore<EngineState>(() => ({ status: 'idle' }));
  /** The newest request to load: what an outdated one still reports is dropped. */
  let newest: AbortSignal | null = null;
  return {
    store,
    forget: (model) => {
      const state = store.getState();
      if (state.status !== 'idle' && state.key.startsWith(`${model}/`))
        store.setState({ status: 'idle' }, true);
    },
    failed: (error) => {
      const state = store.getState();
      if (state.status === 'ready' && endsWorker(error))
        store.setState({ status: 'failed', key: state.key, message: messageOf(error) }, true);
    },
    ensure: async (model, dtype, signal) => {
      const key = `${model}/${dtype}`;
      const state = store.getState();
      if (state.status === 'ready' && state.key === key) return state.report;
      newest = signal;
      const report = (next: EngineState) => newest === signal && store.setState(next, true);
      report({ status: 'loading', key, progress: null });
      try {
        const loaded = await engine.load(model, {
          dtype,
          signal,
          onProgress: (progress) => report({ status: 'loading', key, progress }),
        });
        signal.throwIfAborted();
        report({ status: 'ready', key, report: loaded });
        return loaded;
      } catch (error) {
        report(
          signal.aborted
            ? { status: 'idle' }
            : { status: 'failed', key, message: messageOf(error) },
        );
        throw error;
      }
    },
  };
}
