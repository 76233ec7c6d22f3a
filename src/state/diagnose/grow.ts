import type { Engine } from '../../inference/engine';
import type { Sampling, Token, TokenAlternative, Trace } from '../../traces/trace';
import { ANSWER_TAG } from '../../traces/rule';
import { BATCH_SIZE, MAX_NEW_TOKENS } from '../run';
import { caseInput, type Subject } from '../subject';

/** Where to leave a trace, and with which token. */
export type Departure = { readonly at: number; readonly token: TokenAlternative };

export type GrowEvents = {
  readonly onProgress: (done: number) => void;
  /** Tokens of the one continuation under way; not called for several. */
  readonly onTokens: (tokens: readonly Token[]) => void;
};

const idsOf = (tokens: readonly Token[]) => tokens.map(({ id }) => id);

/** The token that ends a turn, known from a trace that has ended; −1 where none has. */
export function endToken(trace: Trace): number {
  return trace.finish === 'stop' ? (trace.tokens.at(-1)?.id ?? -1) : -1;
}

/** The trace that ends its turn at `at`: there is nothing to go on with. */
export function endedTrace(from: Trace, { at, token }: Departure): Trace {
  const { decision } = from;
  const decidedBefore = decision.status === 'found' && decision.tokenIndex < at;
  return {
    ...from,
    tokens: [...from.tokens.slice(0, at), { ...from.tokens[at]!, ...token }],
    finish: 'stop',
    decision: decidedBefore ? decision : { status: 'missing', reason: 'no-decision' },
  };
}

/**
 * Continues a trace from other tokens: one trace a departure, in their order; null where it was stopped before its end.
 * Rejects with the engine's error.
 */
export async function growBranches(
  engine: Engine,
  subject: Subject,
  from: Trace,
  departures: readonly Departure[],
  sampling: Sampling,
  events: GrowEvents,
  signal: AbortSignal,
): Promise<(Trace | null)[]> {
  const end = endToken(from);
  const open = departures.filter(({ token }) => token.id !== end);
  const idOf = (departure: Departure) => `${subject.id}#${departures.indexOf(departure)}`;
  const traces =
    open.length === 0
      ? []
      : await engine.generate(
          {
            cases: open.map((departure) => ({
              ...caseInput(subject),
              id: idOf(departure),
              prefix: [...idsOf(from.tokens.slice(0, departure.at)), departure.token.id],
            })),
            sampling,
            maxNewTokens: MAX_NEW_TOKENS,
            batchSize: BATCH_SIZE,
            rule: ANSWER_TAG,
          },
          {
            onProgress: ({ done }) => events.onProgress(done),
            ...(open.length === 1 && { onTokens: ({ tokens }) => events.onTokens(tokens) }),
          },
          signal,
        );
  const finished = new Map(
    traces
      .filter(({ finish }) => finish !== 'aborted')
      .map((trace) => [trace.caseId, { ...trace, caseId: subject.id }]),
  );
  return departures.map((departure) =>
    departure.token.id === end
      ? endedTrace(from, departure)
      : (finished.get(idOf(departure)) ?? null),
  );
}

/** The tokens of a trace read again by the loaded model, each with its ten likeliest; null where it was stopped. */
export async function rereadTokens(
  engine: Engine,
  subject: Subject,
  trace: Trace,
  signal: AbortSignal,
): Promise<readonly Token[] | null> {
  const ids = idsOf(trace.tokens);
  const prefix = ids.at(-1) === endToken(trace) ? ids.slice(0, -1) : ids;
  const [read] = await engine.generate(
    {
      cases: [{ ...caseInput(subject), prefix }],
      sampling: { mode: 'greedy', temperature: 1, seed: 0 },
      maxNewTokens: 1,
      batchSize: 1,
      rule: ANSWER_TAG,
    },
    {},
    signal,
  );
  return read === undefined || signal.aborted ? null : read.tokens.slice(0, ids.length);
}
