import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEndpointEngine } from '../inference/endpoint/engine';
import { listModels } from '../inference/endpoint/listModels';
import type { EndpointApi, EndpointOptions, EndpointWait } from '../inference/endpoint/settings';
import type { Engine, LoadReport } from '../inference/engine';
import { messageOf } from './engineStore';

/** What the user says of a server. The key is not among it: nothing that can be stored or linked holds it. */
export type EndpointForm = {
  readonly baseUrl: string;
  /** '' takes the only model of the server. */
  readonly model: string;
  readonly api: EndpointApi;
  readonly promptTemplate: string;
  /** Requests under way at once. */
  readonly concurrency: number;
};

export type EndpointState = {
  readonly form: EndpointForm;
  readonly hasKey: boolean;
  /** What the server listed last; null where it has no list, or nobody asked. */
  readonly models: readonly string[] | null;
  /** The pause before another try, null without one. */
  readonly wait: EndpointWait | null;
  readonly connection:
    | { readonly status: 'idle' }
    | { readonly status: 'connecting' }
    /** Several models are listed and none is named. */
    | { readonly status: 'choose' }
    | { readonly status: 'ready'; readonly report: LoadReport }
    | { readonly status: 'failed'; readonly message: string };
};

/** A connection to a server of the user's. Every change of form or key ends it. */
export type EndpointStore = {
  readonly store: StoreApi<EndpointState>;
  readonly edit: (change: Partial<EndpointForm>) => void;
  /** Keeps the key until it is replaced or the page closes; '' forgets it. */
  readonly setKey: (key: string) => void;
  /**
   * Asks the server for its models, then probes the named or the only one. What it found, or what is wrong, stands in the
   * state; a newer call wins.
   */
  readonly connect: (signal: AbortSignal) => Promise<void>;
  /** The engine of a connection that is ready, else null. */
  readonly engine: () => Engine | null;
};

/** How the store reaches a server; for tests. */
export type EndpointAccess = {
  readonly create: (options: EndpointOptions) => Engine;
  readonly list: typeof listModels;
};

export function createEndpointStore(
  { create, list }: EndpointAccess = { create: createEndpointEngine, list: listModels },
): EndpointStore {
  let key = '';
  let engine: Engine | null = null;
  /** The newest call of `connect`, until something ends it. */
  let newest: object | null = null;
  const store = createStore<EndpointState>(() => ({
    form: {
      baseUrl: 'http://localhost:8000/v1',
      model: '',
      api: 'chat',
      promptTemplate: '{prompt}',
      concurrency: 4,
    },
    hasKey: false,
    models: null,
    wait: null,
    connection: { status: 'idle' },
  }));
  const { getState: get, setState: set } = store;
  const drop = () => {
    void engine?.dispose();
    engine = null;
    newest = null;
  };

  const connect = async (own: object, signal: AbortSignal): Promise<void> => {
    const { model, ...form } = get().form;
    const current = () => newest === own;
    const options: EndpointOptions = {
      ...form,
      key,
      onWait: (wait) => {
        if (!current()) return;
        set({ wait });
        setTimeout(() => {
          if (get().wait === wait) set({ wait: null });
        }, wait.milliseconds);
      },
    };
    const models = await list(options, signal);
    if (!current()) return;
    set({ models });
    const only = models?.length === 1 ? models[0]! : '';
    if (model === '' && models !== null && models.length > 1) {
      set({ connection: { status: 'choose' } });
      return;
    }
    engine = create(options);
    const report = await engine.load(model === '' ? only : model, { signal });
    if (current()) set({ connection: { status: 'ready', report } });
  };

  return {
    store,
    edit(change) {
      drop();
      const form = { ...get().form, ...change };
      const elsewhere = form.baseUrl !== get().form.baseUrl;
      set({ form, connection: { status: 'idle' }, wait: null, ...(elsewhere && { models: null }) });
    },
    setKey(value) {
      drop();
      key = value;
      set({ hasKey: value.trim() !== '', connection: { status: 'idle' }, wait: null });
    },
    async connect(signal) {
      drop();
      const own = {};
      newest = own;
      set({ connection: { status: 'connecting' }, wait: null });
      try {
        await connect(own, signal);
      } catch (error) {
        if (newest !== own) return;
        drop();
        set({
          wait: null,
          connection: signal.aborted
            ? { status: 'idle' }
            : { status: 'failed', message: messageOf(error) },
        });
      }
    },
    engine: () => (get().connection.status === 'ready' ? engine : null),
  };
}
