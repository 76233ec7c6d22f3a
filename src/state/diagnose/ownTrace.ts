import type { Engine } from '../../inference/engine';
import { ANSWER_TAG } from '../../traces/rule';
import type { Sampling, Trace } from '../../traces/trace';
import type { Explorer } from '../explorer';
import type { ExplorerState } from '../explorerState';
import { MAX_NEW_TOKENS } from '../run';
import { caseInput } from '../subject';

export const GREEDY: Sampling = { mode: 'greedy', temperature: 1, seed: 0 };

/** What a result on the current case is a result of: model, weights, case and prompt. */
export function caseKey({ choice, subject }: Pick<ExplorerState, 'choice' | 'subject'>): string {
  return [choice.model, choice.dtype, subject.id, subject.prompt].join('\n');
}

/** Is this a trace that the model wrote by itself: the case's own or one of its rollouts? */
export function isOwn({ subject, trace }: Pick<ExplorerState, 'subject' | 'trace'>): boolean {
  return trace?.caseId === subject.id || trace?.caseId.startsWith(`${subject.id}#`) === true;
}

/**
 * The trace that is shown, where it is one and (with `onlyOwn`) the model's own; else a greedy one, which is then shown. Null when
 * it was stopped.
 */
export async function traceAtHand(
  explorer: Explorer,
  engine: Engine,
  signal: AbortSignal,
  onlyOwn: boolean,
): Promise<Trace | null> {
  const { subject, trace, ...state } = explorer.store.getState();
  if (trace !== null && (!onlyOwn || isOwn({ ...state, subject, trace }))) return trace;
  const request = {
    cases: [caseInput(subject)],
    sampling: GREEDY,
    maxNewTokens: MAX_NEW_TOKENS,
    batchSize: 1,
    rule: ANSWER_TAG,
  };
  const [own] = await engine.generate(request, {}, signal);
  if (own === undefined || signal.aborted) return null;
  const now = explorer.store.getState();
  if (now.subject === subject && now.trace === null) explorer.openTrace(own);
  return own;
}
