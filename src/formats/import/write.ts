import type { ImportedRows } from './toDecisionTable';
import { goldOfTrace } from './toDecisionTable';
import { goldIndex } from './goldIndex';
import type { ImportedAlternative, ImportedToken, ImportedTrace } from './importedTrace';
import type { ImportSpec } from './importSpec';
import type { Decision } from '../../traces/decision';

/** JSON has no −Infinity and no NaN: null says that there is no number. */
const numbers = (values: readonly number[]) => values.map((z) => (Number.isFinite(z) ? z : null));

const named = (logprob: number) =>
  logprob === -Infinity ? '-Infinity' : Number.isNaN(logprob) ? null : logprob;

/**
 * Our decision JSONL, a line a row: what `report` and `readImport` read. A logit of null is −Infinity,
 * a bound of null none. `gold` is null where unknown.
 */
export function* decisionLines({ rows, options, task }: ImportedRows): Generator<string> {
  const labels = options.map(({ label }) => label);
  for (const { caseId, decision, gold, posterior } of rows) {
    const line = {
      id: caseId,
      task,
      options: labels,
      gold: labels[gold] ?? null,
      ...(posterior === null ? {} : { posterior }),
    };
    yield JSON.stringify(
      decision.status === 'missing'
        ? { ...line, logits: null, chosen: null, missing: decision.reason }
        : {
            ...line,
            logits: numbers(decision.logits),
            ...(decision.bounds === undefined ? {} : { bounds: numbers(decision.bounds) }),
            chosen: labels[decision.chosen],
            optionMass: Number.isNaN(decision.optionMass) ? null : decision.optionMass,
          },
    );
  }
}

const alternativeLine = ({ id, text, bytes, logprob }: ImportedAlternative) => ({
  ...(id === null ? {} : { id }),
  text,
  ...(bytes === null ? {} : { bytes: Array.from(bytes) }),
  logprob: named(logprob),
});

const tokenLine = (token: ImportedToken) => ({
  ...alternativeLine(token),
  top: token.alternatives.map(alternativeLine),
  ...(token.requested.length === 0 ? {} : { requested: token.requested.map(alternativeLine) }),
});

const decisionOf = (decision: Decision) =>
  decision.status === 'missing'
    ? decision
    : {
        ...decision,
        logits: numbers(decision.logits),
        ...(decision.bounds === undefined ? {} : { bounds: numbers(decision.bounds) }),
        optionMass: Number.isNaN(decision.optionMass) ? null : decision.optionMass,
      };

/** Our trace JSONL, a line for each trace with tokens; `readImport` reads it as `traces`. */
export function* traceLines(
  traces: readonly ImportedTrace[],
  { rows, options }: ImportedRows,
  spec: ImportSpec,
): Generator<string> {
  const labels = options.map(({ label }) => label);
  for (const [i, trace] of traces.entries()) {
    if (trace.tokens.length === 0) continue;
    const { id, caseId, task, provenance, tokens, finish, posterior } = trace;
    const gold = labels[goldIndex(goldOfTrace(trace, spec), labels, trace.options)] ?? null;
    yield JSON.stringify({
      id,
      caseId,
      task,
      options: labels,
      gold,
      ...(posterior === null ? {} : { posterior }),
      provenance,
      finish,
      tokens: tokens.map(tokenLine),
      decision: decisionOf(rows[i]!.decision),
    });
  }
}
