import type { Engine } from '../inference/engine';
import { RequestError } from '../inference/errors';

/** One engine in front of several: the page's, and those of models of the user's own. */
export type EngineRouter = {
  readonly engine: Engine;
  /** From now on a model of this name runs on `engine`. */
  readonly add: (model: string, engine: Engine) => void;
};

/** `load` decides by the model's name who serves what follows; a name that nobody added is the page's. */
export function createEngineRouter(page: Engine): EngineRouter {
  const own = new Map<string, Engine>();
  let current: Engine | null = null;
  const serving = (): Engine => {
    if (current === null) throw new RequestError('No model is loaded. Load one first.');
    return current;
  };
  return {
    add: (model, engine) => own.set(model, engine),
    engine: {
      load: async (model, options) => {
        const target = own.get(model) ?? page;
        current = null;
        const report = await target.load(model, options);
        current = target;
        return report;
      },
      generate: async (...call) => serving().generate(...call),
      score: async (request) => serving().score(request),
      vocabulary: () => current?.vocabulary?.() ?? [],
      dispose: async () => {
        current = null;
        await Promise.all([page, ...own.values()].map((engine) => engine.dispose()));
      },
    },
  };
}
