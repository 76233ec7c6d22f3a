import type { StoreApi } from 'zustand/vanilla';
import type { Engine } from '../inference/engine';
import { ANSWER_TAG } from '../traces/rule';
import type { ExplorerState } from './explorerState';
import { MAX_NEW_TOKENS } from './run';
import { caseInput } from './subject';

/**
 * Has the engine write a trace of the case on the bench, shown token by token; another seed each time. A case that leaves the bench
 * meanwhile is not shown. The model must be loaded.
 */
export async function generateTrace(
  { getState: get, setState: set }: StoreApi<ExplorerState>,
  engine: Engine,
  temperature: number,
  signal: AbortSignal,
): Promise<void> {
  const { subject, choice } = get();
  const seed = Math.floor(Math.random() * 2 ** 31);
  const current = () => get().subject === subject && get().streaming !== null;
  set({ trace: null, streaming: [] });
  try {
    const [trace] = await engine.generate(
      {
        cases: [caseInput(subject)],
        sampling: { mode: choice.mode, temperature, seed },
        maxNewTokens: MAX_NEW_TOKENS,
        batchSize: 1,
        rule: ANSWER_TAG,
      },
      { onTokens: ({ tokens }) => current() && set({ streaming: tokens }) },
      signal,
    );
    if (trace !== undefined && current()) set({ trace });
  } finally {
    if (current()) set({ streaming: null });
  }
}
