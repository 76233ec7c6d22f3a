import type { Sampling, Token, Trace } from '../traces/trace';
import type { LoadReport } from './engine';
import type { PackedTrace } from './protocol';
import type { PackedTokens } from './rowRecord';
import { traceId } from './traceId';

/** Tokens from their packed figures; `texts` gives a token's text by id. */
export function unpackTokens(packed: PackedTokens, texts: readonly string[]): Token[] {
  const { count, topCount } = packed;
  return Array.from({ length: count }, (_, i): Token => {
    const id = packed.ids[i]!;
    return {
      id,
      text: texts[id] ?? '',
      logprob: packed.logprobs[i]!,
      logsumexp: packed.logsumexps[i]!,
      top: Array.from({ length: topCount }, (_unused, k) => {
        const topId = packed.topIds[i * topCount + k]!;
        return {
          id: topId,
          text: texts[topId] ?? '',
          logprob: packed.topLogprobs[i * topCount + k]!,
        };
      }),
    };
  });
}

/** A trace from its packed form. */
export function unpackTrace(
  packed: PackedTrace,
  texts: readonly string[],
  sampling: Sampling,
  model: string,
  report: LoadReport,
): Trace {
  const { backend, dtype } = report;
  const provenance = { model, dtype, backend };
  return {
    id: traceId(provenance, packed.caseId, sampling),
    caseId: packed.caseId,
    provenance,
    sampling,
    tokens: unpackTokens(packed.tokens, texts),
    finish: packed.finish,
    decision: packed.decision,
  };
}
