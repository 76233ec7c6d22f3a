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
import type { DecisionRule } from '../../traces/rule';
import type { Sampling, Trace } from '../../traces/trace';

export type Pair = { readonly case: TracedCase; readonly rollout: number };

/** How traces are drawn and read. Rollout r is drawn with the seed plus r. */
export type GatherOptions = {
  readonly sampling: Sampling;
  readonly rule: DecisionRule;
  readonly maxNewTokens: number;
};

/** Failures that may be of this one case: a prompt beyond the context, say. Anything else ends the run. */
const OF_A_CASE = [
  EndpointRefusedError,
  EndpointAnswerError,
  EndpointServerError,
  EndpointTimeoutError,
];
/** So many failures without one success between them are not the cases' fault. */
const MOST_IN_A_ROW = 10;

const request = (
  cases: readonly TracedCase[],
  rollout: number,
  batchSize: number,
  { sampling, rule, maxNewTokens }: GatherOptions,
) => ({
  cases: cases.map(({ id, prompt, options }) => ({ id, prompt, options: letterForms(options) })),
  sampling: { ...sampling, seed: sampling.seed + rollout },
  maxNewTokens,
  batchSize,
  rule,
});

/**
 * Generates the traces of the pairs one by one, `concurrency` at once, in about their order, and hands each to `keep`.
 * A case that fails for its own reasons is handed to `lose`, and the run goes on. Rejects with the engine's
 * error where going on makes no sense, and with the signal's reason when aborted.
 */
export async function gather(
  engine: Engine,
  pairs: readonly Pair[],
  options: GatherOptions & { readonly concurrency: number },
  keep: (pair: Pair, trace: Trace) => Promise<void> | void,
  lose: (pair: Pair, error: Error) => void,
  signal: AbortSignal,
): Promise<void> {
  let inARow = 0;
  await pool(
    pairs,
    options.concurrency,
    async (pair, own) => {
      try {
        const [trace] = await engine.generate(
          request([pair.case], pair.rollout, 1, options),
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

/**
 * The same on an engine that decodes rows together: all cases of a rollout in one request. Rejects with the engine's error,
 * and with the signal's reason when aborted.
 */
export async function gatherBatches(
  engine: Engine,
  pairs: readonly Pair[],
  options: GatherOptions & { readonly batchSize: number },
  keep: (pair: Pair, trace: Trace) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const rollout of new Set(pairs.map((pair) => pair.rollout))) {
    const own = pairs.filter((pair) => pair.rollout === rollout);
    const pairOf = new Map(own.map((pair) => [pair.case.id, pair]));
    const cases = own.map((pair) => pair.case);
    const onTrace = (trace: Trace) => {
      const pair = pairOf.get(trace.caseId);
      if (pair !== undefined && trace.finish !== 'aborted') keep(pair, trace);
    };
    await engine.generate(request(cases, rollout, options.batchSize, options), { onTrace }, signal);
    signal.throwIfAborted();
  }
}
