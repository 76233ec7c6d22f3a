import { createWorkerEngine } from '../../src/inference/client';
import { createHubEngine } from '../../src/inference/hub/engine';
import { writeHubSpec } from '../../src/inference/hub/spec';
import { createEndpointEngine } from '../../src/inference/endpoint/engine';
import type { Engine, GenerateRequest } from '../../src/inference/engine';
import { letterForms } from '../../src/traces/options';
import { ANSWER_TAG } from '../../src/traces/rule';
import type { Case } from '../../src/tasks';
import { reliability } from '../../src/state/reliability';
import { runCases } from '../../src/state/run';
import { DEFAULT_SETTINGS } from '../../src/state/settings';

/** An engine on the served checkpoints; `kind` picks a worker that misbehaves. */
function createEngine(kind?: 'crashing' | 'wrongGpu'): { engine: Engine; worker: () => Worker } {
  let worker: Worker | undefined;
  const start = (made: Worker): Worker => (worker = made);
  const createWorker = {
    crashing: () =>
      start(new Worker(new URL('./crashingWorker.ts', import.meta.url), { type: 'module' })),
    wrongGpu: () =>
      start(new Worker(new URL('./wrongGpuWorker.ts', import.meta.url), { type: 'module' })),
  };
  const engine = createWorkerEngine({
    modelsUrl: '/models',
    ...(kind && { createWorker: createWorker[kind] }),
  });
  return { engine, worker: () => worker! };
}

/** A greedy request for generated cases. */
function requestFor(cases: readonly Case[], more: Partial<GenerateRequest> = {}): GenerateRequest {
  return {
    cases: cases.map(({ id, prompt, options }) => ({ id, prompt, options: letterForms(options) })),
    sampling: { mode: 'greedy', temperature: 1, seed: 1 },
    maxNewTokens: 160,
    batchSize: 8,
    rule: ANSWER_TAG,
    ...more,
  };
}

/** Largest absolute difference between the engine's logits and those of a reference, over all its cases. */
async function largestDifference(
  engine: Engine,
  cases: readonly {
    readonly tokens: readonly number[];
    readonly positions: readonly number[];
    readonly logits: readonly (readonly number[])[];
  }[],
): Promise<number> {
  let most = 0;
  for (const { tokens, positions, logits } of cases) {
    const scored = await engine.score({ tokens, positions });
    for (const [i, expected] of logits.entries())
      for (const [id, value] of expected.entries()) {
        const difference = Math.abs(scored[i]![id]! - value);
        if (!(difference <= most)) most = difference;
      }
  }
  return most;
}

/** Name and message of what a promise rejects with, or null. */
async function failureOf(
  promise: Promise<unknown>,
): Promise<{ name: string; message: string } | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    return error instanceof Error ? { name: error.name, message: error.message } : null;
  }
}

/** What the engine's tests drive in a page of their own. */
const harness = {
  createHubEngine,
  writeHubSpec,
  createEndpointEngine,
  createEngine,
  requestFor,
  largestDifference,
  failureOf,
  runCases,
  reliability,
  DEFAULT_SETTINGS,
};

declare global {
  interface Window {
    harness: typeof harness;
  }
}
window.harness = harness;
