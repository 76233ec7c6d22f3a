import type { Token, TokenAlternative, Trace } from '../../traces/trace';
import type { ImportedAlternative, ImportedToken, ImportedTrace } from './importedTrace';
import type { ImportSpec } from './importSpec';
import { tokensOf } from './decideImported';
import { bytesOf } from './tokenItem';
import { toDecisionRows } from './toDecisionTable';

/** Ids for tokens whose log has none: negative, so that they meet no real one. */
function idsOf(): (token: ImportedAlternative) => number {
  const known = new Map<string, number>();
  return (token) => {
    if (token.id !== null) return token.id;
    const key = bytesOf(token).join();
    const id = known.get(key) ?? -2 - known.size;
    known.set(key, id);
    return id;
  };
}

/**
 * Traces as the page shows them, with the decisions of the spec; those without tokens are left out.
 * What the log does not hold is marked, not made up: a token without id gets a negative one, one
 * without log-probability NaN, and as nobody logs the normaliser, logits stand for log-probabilities
 * (`logsumexp` 0). How the tokens were sampled is not known either: `sampling` is a placeholder but
 * for the temperature that the user names.
 */
export function toTraces(traces: readonly ImportedTrace[], spec: ImportSpec): Trace[] {
  const { rows } = toDecisionRows(traces, spec);
  const idOf = idsOf();
  const alternative = (token: ImportedAlternative): TokenAlternative => ({
    id: idOf(token),
    text: token.text,
    logprob: token.logprob,
  });
  const token = (own: ImportedToken): Token => ({
    ...alternative(own),
    logsumexp: 0,
    top: [...own.alternatives].sort((a, b) => b.logprob - a.logprob).map(alternative),
  });
  return traces.flatMap((trace, i): Trace[] => {
    const tokens = tokensOf(trace, spec);
    if (tokens.length === 0) return [];
    return [
      {
        id: trace.id,
        caseId: trace.caseId,
        provenance: trace.provenance,
        sampling: { mode: 'sample', temperature: spec.temperature0 ?? 1, seed: 0 },
        tokens: tokens.map(token),
        finish: trace.finish === 'unknown' ? 'stop' : trace.finish,
        decision: rows[i]!.decision,
      },
    ];
  });
}
