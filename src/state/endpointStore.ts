import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEndpointEngine } from '../inference/endpoint/engine';
import type { EndpointApi, EndpointOptions } from '../inference/endpoint/settings';
import type { Engine, LoadReport } from '../inference/engine';
import { messageOf } from './engineStore';

/** What the user says of a server. The key is not among it: nothing that can be stored or linked holds it. */
export type EndpointForm = {
  readonly baseUrl: string;
  /** '' takes the only model of the server. */
  readonly model: string;
  readonly api: EndpointApi;
  readonly promptTemplate: string;
  readonly concurrency: number;
};

export type EndpointState = {
  readonly form: EndpointForm;
  readonly hasKey: boolean;
  readonly connection:
    | { readonly status: 'idle' }
    | { readonly status: 'connecting' }
    | { readonly status: 'ready'; readonly report: LoadReport }
    | { readonly status: 'failed'; readonly message: string };
};

/** A connection to a server of the user's. Every change of form or key ends it. */
export type EndpointStore = {
  readonly store: StoreApi<EndpointState>;
  readonly edit: (change: Partial<EndpointForm>) => void;
  /** Keeps the key until it is replaced or the page closes; '' forgets it. */
  readonly setKey: (key: string) => void;
  /** Probes the server. What it found, or what is wrong, stands in the state; a newer call wins. */
  readonly connect: (signal: AbortSignal) => Promise<void>;
  /** The engine of a connection that is ready, else null. */
  readonly engine: () => Engine | null;
};

export function createEndpointStore(
  create: (options: EndpointOptions) => Engine = createEndpointEngine,
): EndpointStore {
  let key = '';
  let engine: Engine | null = null;
  const store = createStore<EndpointState>(() => ({
    form: {
      baseUrl: 'http://localhost:8000/v1',
      model: '',
      api: 'chat',
      promptTemplate: '{prompt}',
      concurrency: 4,
    },
    hasKey: false,
    connection: { status: 'idle' },
  }));
  const drop = () => {
    void engine?.dispose();
    engine = null;
  };
  return {
    store,
    edit(change) {
      drop();
      store.setState(({ form }) => ({
        form: { ...form, ...change },
        connection: { status: 'idle' },
      }));
    },
    setKey(value) {
      drop();
      key = value;
      store.setState({ hasKey: value.trim() !== '', connection: { status: 'idle' } });
    },
    async connect(signal) {
      drop();
      store.setState({ connection: { status: 'connecting' } });
      const { model, ...form } = store.getState().form;
      let own: Engine | null = null;
      const say = (connection: EndpointState['connection']) =>
        engine === own && store.setState({ connection });
      try {
        engine = own = create({ ...form, key });
        say({ status: 'ready', report: await own.load(model, { signal }) });
      } catch (error) {
        say(signal.aborted ? { status: 'idle' } : { status: 'failed', message: messageOf(error) });
        if (engine === own) drop();
      }
    },
    engine: () => (store.getState().connection.status === 'ready' ? engine : null),
  };
}
