import type { Engine } from '../../inference/engine';
import type { FoundDecision } from '../../traces/decision';
import type { Swap } from '../../traces/interventions/swap';
import { ANSWER_TAG } from '../../traces/rule';
import type { Trace } from '../../traces/trace';
import { BATCH_SIZE, MAX_NEW_TOKENS } from '../run';
import { caseInput, type Subject } from '../subject';
import { argumentFor, targetOf, type TargetRule } from './argument';
import { GREEDY } from './ownTrace';
import { DECIDE, swapInput } from './swap';

/** Why a case was not swapped: how many there are of each kind. */
export type LeftOut = {
  /** The model had decided for the option to argue for by itself. */
  readonly already: number;
  readonly undecided: number;
  /** Nothing in the case can be read for that option. */
  readonly noArgument: number;
};

export const NONE_LEFT_OUT: LeftOut = { already: 0, undecided: 0, noArgument: 0 };

type Planned = {
  readonly subject: Subject;
  readonly before: FoundDecision;
  readonly target: number;
  readonly argument: string;
};

function plan(subject: Subject, { decision }: Trace, rule: TargetRule): Planned | keyof LeftOut {
  if (decision.status === 'missing') return 'undecided';
  const target = targetOf(subject, decision.chosen, rule);
  if (target === decision.chosen) return 'already';
  const argument = argumentFor(subject, target);
  return argument === null ? 'noArgument' : { subject, before: decision, target, argument };
}

/**
 * Decides each case after the model's own greedy reasoning, then after one that argues for another option. `onOwn` hears how many
 * own decisions there are. Aborting keeps the pairs that are complete.
 */
export async function swapSome(
  engine: Engine,
  subjects: readonly Subject[],
  rule: TargetRule,
  signal: AbortSignal,
  onOwn: (done: number) => void,
): Promise<{ swaps: Swap[]; leftOut: LeftOut }> {
  const generate = async (request: Parameters<Engine['generate']>[0], onDone?: typeof onOwn) => {
    const traces = await engine.generate(
      request,
      { onProgress: ({ done }) => onDone?.(done) },
      signal,
    );
    const ended = traces.filter(({ finish }) => finish !== 'aborted');
    return new Map(ended.map((trace) => [trace.caseId, trace]));
  };
  const own = await generate(
    {
      cases: subjects.map(caseInput),
      sampling: GREEDY,
      maxNewTokens: MAX_NEW_TOKENS,
      batchSize: BATCH_SIZE,
      rule: ANSWER_TAG,
    },
    onOwn,
  );
  const leftOut = { ...NONE_LEFT_OUT };
  const planned = subjects.flatMap((subject) => {
    const trace = own.get(subject.id);
    const planned = trace === undefined ? null : plan(subject, trace, rule);
    if (typeof planned === 'string') leftOut[planned]++;
    return planned === null || typeof planned === 'string' ? [] : [planned];
  });
  if (signal.aborted || planned.length === 0) return { swaps: [], leftOut };
  const cases = planned.map(({ subject, target, argument }) =>
    swapInput(subject, target, argument),
  );
  const after = await generate({ ...DECIDE, cases, batchSize: BATCH_SIZE });
  const swaps = planned.flatMap(({ subject, before, target }, i) => {
    const trace = after.get(cases[i]!.id);
    return trace === undefined
      ? []
      : [{ caseId: subject.id, target, before, after: trace.decision }];
  });
  return { swaps, leftOut };
}
