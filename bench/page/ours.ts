import { createWorkerEngine } from '../../src/inference/client';
import type { Engine } from '../../src/inference/engine';
import { letterForms } from '../../src/traces/options';
import { ANSWER_TAG } from '../../src/traces/rule';
import type { Measured, MeasureRequest } from './measure';

let engine: Engine | null = null;
let loaded = '';

/** Greedy generation by this project's engine: WASM, one thread, in its worker, traces received on the page. */
export async function measureOurs(request: MeasureRequest): Promise<Measured> {
  engine ??= createWorkerEngine({ modelsUrl: '/models/' });
  const wanted = `${request.model} ${request.dtype}`;
  if (loaded !== wanted) {
    await engine.load(request.model, { backend: 'wasm', dtype: request.dtype });
    loaded = wanted;
  }
  const started = performance.now();
  const traces = await engine.generate(
    {
      cases: request.cases.map(({ id, prompt, options }) => ({
        id,
        prompt,
        options: letterForms(options),
      })),
      sampling: { mode: 'greedy', temperature: 1, seed: 1 },
      maxNewTokens: request.maxNewTokens,
      batchSize: request.batchSize,
      rule: ANSWER_TAG,
    },
    {},
  );
  return {
    tokens: traces.reduce((sum, trace) => sum + trace.tokens.length, 0),
    seconds: (performance.now() - started) / 1000,
    texts: traces.map((trace) => trace.tokens.map((token) => token.text).join('')),
  };
}
