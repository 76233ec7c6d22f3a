import type { EndpointStore } from '../endpointStore';
import type { Explorer } from '../explorer';
import type { CollectModel } from './collector';

/** The model that Explore has chosen, alone on the page's engine as long as it is asked. */
export function pageModel(explorer: Explorer): CollectModel {
  const { catalogue, choice } = explorer.store.getState();
  const title = catalogue?.models.find(({ name }) => name === choice.model)?.title ?? choice.model;
  return {
    title,
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

/** The server that is connected. */
export function endpointModel(endpoint: EndpointStore): CollectModel {
  const { connection, form } = endpoint.store.getState();
  const title =
    connection.status === 'ready' ? (connection.report.model ?? form.model) : form.model;
  return {
    title,
    concurrency: form.concurrency,
    async use(action, signal) {
      const engine = endpoint.engine();
      const { connection: now } = endpoint.store.getState();
      if (engine === null || now.status !== 'ready')
        throw new Error('The server is not connected any more. Connect to it again.');
      const { model = title, dtype, backend } = now.report;
      await action(engine, { model, dtype, backend }, signal);
    },
  };
}
