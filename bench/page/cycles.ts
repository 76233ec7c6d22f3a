import { createWorkerEngine } from '../../src/inference/client';
import { letterForms } from '../../src/traces/options';
import { ANSWER_TAG } from '../../src/traces/rule';
import type { BenchCase } from './measure';

/** Loads a model in a new worker, runs the cases, ends the worker. Resolves to the number of traces. */
async function cycle(model: string, cases: readonly BenchCase[]): Promise<number> {
  const engine = createWorkerEngine({ modelsUrl: '/models/' });
  await engine.load(model, { backend: 'wasm', dtype: 'q8' });
  const traces = await engine.generate(
    {
      cases: cases.map(({ id, prompt, options }) => ({
        id,
        prompt,
        options: letterForms(options),
      })),
      sampling: { mode: 'greedy', temperature: 1, seed: 1 },
      maxNewTokens: 120,
      batchSize: cases.length,
      rule: ANSWER_TAG,
    },
    {},
  );
  void engine.dispose();
  return traces.length;
}

declare global {
  interface Window {
    cycle: typeof cycle;
  }
}
window.cycle = cycle;
