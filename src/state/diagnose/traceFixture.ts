import type { Decision, FoundDecision } from '../../traces/decision';
import type { Token, Trace } from '../../traces/trace';

/** For tests: a token with two alternatives of which it has probability `p`. */
export function tokenOf(id: number, p = 0.9): Token {
  const alternatives = [
    { id, text: ` ${id}`, logprob: Math.log(p) },
    { id: id + 100, text: ` ${id + 100}`, logprob: Math.log(1 - p) },
  ];
  return {
    ...alternatives[0]!,
    logsumexp: 0,
    top: alternatives.sort((a, b) => b.logprob - a.logprob),
  };
}

/** For tests: a decision for `chosen` of three options at the last of three tokens. */
export function decided(chosen: number): FoundDecision {
  const logits = [0, 1, 2].map((option) => (option === chosen ? 0 : -5));
  return { status: 'found', tokenIndex: 2, chosen, logits, optionMass: 1 };
}

export const undecided: Decision = { status: 'missing', reason: 'no-decision' };

/** For tests: a greedy trace of these tokens. */
export function traceOfIds(ids: readonly number[], decision: Decision = undecided): Trace {
  return {
    id: ids.join('-'),
    caseId: 'clinic-20260001-0',
    provenance: { model: 'rlvr', dtype: 'q8', backend: 'wasm' },
    sampling: { mode: 'greedy', temperature: 1, seed: 0 },
    tokens: ids.map((id) => tokenOf(id)),
    finish: 'stop',
    decision,
  };
}
