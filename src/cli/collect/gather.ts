import type { TracedCase } from '../../formats/traceLine';
import type { Engine } from '../../inference/engine';
import {
  EndpointAnswerError,
  EndpointRefusedError,
  EndpointServerError,
  EndpointTimeoutError,
} from '../../inference/endpoint/errors';
import { pool } from '../../inference/endpoint/pool';
import { letterForms } from '../../traces/options';
import type { Trace } from '../../traces/trace';
import type { CollectOptions } from './options';

export type Pair = { readonly case: TracedCase; readonly rollout: number };

/** Failures that may be of this one case: a prompt beyond the context, say. Anything else ends the run. */
const OF_A_CASE = [
  EndpointRefusedError,
  EndpointAnswerError,
  EndpointServerError,
  EndpointTimeoutError,
];
/** So many failures without one success between them are not the cases' fault. */
const MOST_IN_A_ROW = 10;

/**
 * Generates the traces of the pairs, in about their order, and hands each to `keep`. A case that fails for
 * its own reasons is handed to `lose`, and the run goes on. Rejects with the engine's error where going on
 * makes no sense, and with the signal's reason when aborted.
 */
export async function gather(
  engine: Engine,
  pairs: readonly Pair[],
  options: CollectOptions,
  keep: (pair: Pair, trace: Trace) => Promise<void>,
  lose: (pair: Pair, error: Error) => void,
  signal: AbortSignal,
): Promise<void> {
  const { sampling, rule, maxNewTokens } = options;
  let inARow = 0;
  await pool(
    pairs,
    options.endpoint.concurrency ?? 1,
    async (pair, own) => {
      const { id, prompt, options: labels } = pair.case;
      try {
        const [trace] = await engine.generate(
          {
            cases: [{ id, prompt, options: letterForms(labels) }],
            sampling: { ...sampling, seed: sampling.seed + pair.rollout },
            maxNewTokens,
            batchSize: 1,
            rule,
          },
          {},
          own,
        );
        own.throwIfAborted();
        if (trace === undefined) return;
        inARow = 0;
        await keep(pair, trace);
      } catch (error) {
        const ofCase = OF_A_CASE.some((kind) => error instanceof kind);
        if (!ofCase || !(error instanceof Error) || ++inARow >= MOST_IN_A_ROW) throw error;
        lose(pair, error);
      }
    },
    signal,
  );
}
