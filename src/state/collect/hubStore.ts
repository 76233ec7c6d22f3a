import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Engine, LoadProgress, LoadReport } from '../../inference/engine';
import { forgetModel, keptModels, type Caches, type KeptModel } from '../../inference/hub/cache';
import { createHubEngine, HUB_HOST } from '../../inference/hub/engine';
import { hubProblem, writeHubSpec, type HubSpec } from '../../inference/hub/spec';
import { messageOf } from '../engineStore';

export type HubForm = HubSpec & {
  /** Server of the Hub's layout. */
  readonly host: string;
};

export type HubState = {
  readonly form: HubForm;
  readonly connection:
    | { readonly status: 'idle' }
    | { readonly status: 'loading'; readonly progress: LoadProgress | null }
    | { readonly status: 'ready'; readonly report: LoadReport }
    | { readonly status: 'failed'; readonly message: string };
  /** Models whose files this browser keeps; null before it was asked. */
  readonly kept: readonly KeptModel[] | null;
};

/** A model of the Hub in this page. Every change of the form ends what is loaded. */
export type HubStore = {
  readonly store: StoreApi<HubState>;
  readonly edit: (change: Partial<HubForm>) => void;
  /** Fetches and loads the model; how far it is, or what is wrong, stands in the state. A newer call wins. */
  readonly load: (signal: AbortSignal) => Promise<void>;
  /** The engine of a model that is loaded, else null. */
  readonly engine: () => Engine | null;
  /** Asks the browser again which models it keeps. */
  readonly lookAtKept: () => Promise<void>;
  /** Deletes the kept files of a model. */
  readonly forget: (model: KeptModel) => Promise<void>;
};

/** What is wrong with the form, as a sentence; null where nothing is. */
export function hubFormProblem(form: HubForm): string | null {
  if (!/^https?:$/u.test(URL.canParse(form.host) ? new URL(form.host).protocol : ''))
    return 'The host is an address such as https://huggingface.co/.';
  return hubProblem(form);
}

export function createHubStore(
  create: (host: string) => Engine = createHubEngine,
  caches: Caches | null = 'caches' in globalThis ? globalThis.caches : null,
): HubStore {
  let engine: Engine | null = null;
  let newest: object | null = null;
  const store = createStore<HubState>(() => ({
    form: {
      repo: 'onnx-community/Qwen3-0.6B-ONNX',
      revision: 'main',
      dtype: 'q4',
      device: 'auto',
      thinking: true,
      host: HUB_HOST,
    },
    connection: { status: 'idle' },
    kept: null,
  }));
  const { getState: get, setState: set } = store;
  const drop = () => {
    void engine?.dispose();
    engine = null;
    newest = null;
  };
  const lookAtKept = async () => {
    const kept = caches === null ? [] : await keptModels(caches).catch(() => []);
    set({ kept });
  };
  return {
    store,
    edit(change) {
      drop();
      set({ form: { ...get().form, ...change }, connection: { status: 'idle' } });
    },
    async load(signal) {
      drop();
      const own = {};
      newest = own;
      const say = (connection: HubState['connection']) => newest === own && set({ connection });
      const { form } = get();
      say({ status: 'loading', progress: null });
      try {
        const problem = hubFormProblem(form);
        if (problem !== null) throw new RangeError(problem);
        const made = create(form.host);
        engine = made;
        const report = await made.load(writeHubSpec(form), {
          signal,
          onProgress: (progress) => say({ status: 'loading', progress }),
        });
        say({ status: 'ready', report });
      } catch (error) {
        say(signal.aborted ? { status: 'idle' } : { status: 'failed', message: messageOf(error) });
        if (newest === own) drop();
      }
      await lookAtKept();
    },
    engine: () => (get().connection.status === 'ready' ? engine : null),
    lookAtKept,
    async forget(model) {
      if (caches !== null) await forgetModel(caches, model).catch(() => 0);
      await lookAtKept();
    },
  };
}
