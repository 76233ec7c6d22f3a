import { createStore, type StoreApi } from 'zustand/vanilla';
import { askedAs } from './asked';
import { createEndpointStore, type EndpointStore } from '../endpointStore';
import { messageOf } from '../engineStore';
import type { Explorer } from '../explorer';
import { createCollector, type Collector, type CollectModel } from './collector';
import { INITIAL_FORM, INSTRUCTION, type CollectForm } from './form';
import { createHubStore, type HubStore } from './hubStore';
import { connectedModel, connectionOf, pageModel, pageModelAgain } from './models';
import { MOST_TASK_BYTES, ownTask, type TaskSource } from './task';

/** Where a model comes from: a server of the user's, the Hub, the page's own files. */
export type ModelKind = 'endpoint' | 'hub' | 'page';

export type WorkbenchState = {
  readonly kind: ModelKind;
  readonly source: TaskSource;
  /** The task of the user's own that was read last, kept while a built-in one is chosen. */
  readonly own: (TaskSource & { readonly kind: 'own' }) | null;
  /** Why the latest file is no task. */
  readonly taskProblem: string | null;
  readonly form: CollectForm;
};

/** Models and tasks of the user's own: what is chosen, and the run. */
export type Workbench = {
  readonly store: StoreApi<WorkbenchState>;
  readonly endpoint: EndpointStore;
  readonly hub: HubStore;
  readonly collector: Collector;
  readonly setKind: (kind: ModelKind) => void;
  readonly setSource: (source: TaskSource) => void;
  /** Reads a file or a pasted text as a task and chooses it. Never rejects. */
  readonly openTask: (name: string, content: Blob) => Promise<void>;
  readonly edit: (change: Partial<CollectForm>) => void;
  /** The chosen model, or null where it is not ready. */
  readonly collectModel: () => CollectModel | null;
  /** Makes the connected model one that Explore and Diagnose can choose, and chooses it. Without effect where none is. */
  readonly useInExplore: () => Promise<void>;
  /** Shows the run that was kept, and fills in how its model was reached, but for the key. Tells whether there was one. */
  readonly showKept: () => Promise<boolean>;
};

const INSTRUCTIONS: Readonly<Record<ModelKind, string>> = {
  ...{ endpoint: INSTRUCTION, hub: INSTRUCTION, page: '' },
};

export function createWorkbench(explorer: Explorer): Workbench {
  const endpoint = createEndpointStore();
  const hub = createHubStore();
  const connections = {
    endpoint: connectionOf(endpoint, endpoint.connect),
    hub: connectionOf(hub, hub.load),
  };
  const store = createStore<WorkbenchState>(() => ({
    kind: 'endpoint',
    source: { kind: 'built-in', name: explorer.store.getState().choice.task },
    own: null,
    taskProblem: null,
    form: INITIAL_FORM,
  }));
  const { getState: get, setState: set } = store;
  let opened: Blob | null = null;
  const collector = createCollector(explorer.collectedKeeper);
  const setKind = (kind: ModelKind) => {
    const { form, kind: former } = get();
    const own = form.instruction !== INSTRUCTIONS[former];
    set({ kind, form: own ? form : { ...form, instruction: INSTRUCTIONS[kind] } });
  };
  return {
    store,
    endpoint,
    hub,
    collector,
    setKind,
    setSource: (source) => set({ source }),
    async openTask(name, content) {
      opened = content;
      set({ taskProblem: null });
      try {
        if (content.size > MOST_TASK_BYTES)
          throw new RangeError(`${name} is larger than 64 MB. Split it.`);
        const source = ownTask(await content.text(), name);
        const all = String(source.cases.length);
        if (opened === content) set({ source, own: source, form: { ...get().form, count: all } });
      } catch (error) {
        if (opened === content) set({ taskProblem: messageOf(error) });
      }
    },
    edit: (change) => set({ form: { ...get().form, ...change } }),
    collectModel() {
      const { kind } = get();
      if (kind === 'page')
        return explorer.store.getState().catalogue === null ? null : pageModel(explorer);
      const title = connections[kind].report()?.model;
      if (title === undefined || connections[kind].engine() === null) return null;
      if (kind === 'hub') {
        const reach = { kind, form: hub.store.getState().form };
        return connectedModel(connections.hub, { title, reach, concurrency: null });
      }
      const { form } = endpoint.store.getState();
      const reach = { kind, form };
      return connectedModel(connections.endpoint, { title, reach, concurrency: form.concurrency });
    },
    async useInExplore() {
      const { kind } = get();
      if (kind === 'page') return;
      const { model } = connections[kind].report() ?? {};
      if (model === undefined) return;
      const title = `${model} (${kind === 'hub' ? 'Hub' : 'server'})`;
      const engine = askedAs(model, connections[kind], () => get().form);
      await explorer.addModel({ name: `${kind}:${model}`, title, engine });
    },
    async showKept() {
      const former = await explorer.collectedKeeper.offered();
      if (former === null) return false;
      const { reach, ...told } = former.run.spec;
      setKind(reach.kind);
      if (reach.kind === 'endpoint') endpoint.edit(reach.form);
      if (reach.kind === 'hub') hub.edit(reach.form);
      const model =
        reach.kind === 'page'
          ? await pageModelAgain(explorer, told.provenance)
          : connectedModel(connections[reach.kind], { ...told, reach });
      collector.restore(model, former);
      return true;
    },
  };
}
