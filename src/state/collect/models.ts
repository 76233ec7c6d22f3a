import type { LoadReport } from '../../inference/engine';
import type { Provenance } from '../../traces/trace';
import type { Explorer } from '../explorer';
import type { Connected } from './asked';
import type { CollectModel } from './collector';

/** The model that Explore has chosen, alone on the page's engine as long as it is asked. */
export function pageModel(explorer: Explorer): CollectModel {
  const { catalogue, choice } = explorer.store.getState();
  const title = catalogue?.models.find(({ name }) => name === choice.model)?.title ?? choice.model;
  return {
    ...{ title, reach: { kind: 'page' }, concurrency: null },
    async use(action, signal) {
      const outcome: { done: boolean; error: Error | null } = { done: false, error: null };
      const stop = () => explorer.stop();
      signal.addEventListener('abort', stop);
      try {
        await explorer.withEngine('diagnose', async (own, engine, provenance) => {
          try {
            await action(engine, provenance, AbortSignal.any([own, signal]));
            outcome.done = true;
          } catch (error) {
            outcome.error = error instanceof Error ? error : new Error(String(error));
            throw error;
          }
        });
      } finally {
        signal.removeEventListener('abort', stop);
      }
      const { error } = explorer.store.getState();
      // Told where the run is shown.
      explorer.dismissError();
      if (outcome.done) return;
      if (outcome.error !== null) throw outcome.error;
      throw error === null ? new DOMException('Stopped.', 'AbortError') : new Error(error);
    },
  };
}

/** The page's model that a run was of, chosen in Explore once more where the page still has it. */
export async function pageModelAgain(
  explorer: Explorer,
  { model, dtype }: Provenance,
): Promise<CollectModel> {
  const { catalogue } = explorer.store.getState();
  const known = catalogue?.models.find(({ name }) => name === model);
  const found = known?.dtypes.find(({ name }) => name === dtype);
  if (found !== undefined) await explorer.choose({ model, dtype: found.name });
  return pageModel(explorer);
}

type ConnectionState =
  | { readonly status: 'ready'; readonly report: LoadReport }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: string };

/** The server or the model of the Hub that a store holds; `connect` is how it gets there. */
export function connectionOf(
  {
    store,
    engine,
  }: {
    readonly store: { readonly getState: () => { readonly connection: ConnectionState } };
    readonly engine: Connected['engine'];
  },
  connect: (signal: AbortSignal) => Promise<void>,
): Connected {
  const state = () => store.getState().connection;
  return {
    engine,
    report: () => {
      const connection = state();
      return 'report' in connection ? connection.report : null;
    },
    connect: async (signal) => {
      await connect(signal);
      signal.throwIfAborted();
      const connection = state();
      if ('message' in connection) throw new Error(connection.message);
    },
  };
}

/** What a connection serves when it is asked; using it while there is none rejects with what to do. */
export function connectedModel(
  of: Connected,
  told: Pick<CollectModel, 'title' | 'reach' | 'concurrency'>,
): CollectModel {
  const { title } = told;
  return {
    ...told,
    async use(action, signal) {
      const [engine, report] = [of.engine(), of.report()];
      if (engine === null || report === null)
        throw new Error(`${title} is not connected. Connect to it again.`);
      const { model = title, dtype, backend } = report;
      await action(engine, { model, dtype, backend }, signal);
    },
  };
}
