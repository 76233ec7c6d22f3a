import type { Trace } from '../../traces/trace';
import type { CollectSpec } from './form';
import type { Pair } from './gather';

/** How far a run is, and what came of it so far. */
export type CollectRun = {
  readonly title: string;
  readonly spec: CollectSpec;
  readonly status: 'running' | 'complete' | 'stopped' | 'failed';
  /** It was kept from before the page was opened. */
  readonly restored: boolean;
  /** Why it failed. */
  readonly message: string | null;
  readonly done: number;
  readonly total: number;
  readonly failures: readonly { readonly caseId: string; readonly message: string }[];
  readonly failed: number;
  readonly undecided: number;
  /** Of the decisions whose gold option is known. */
  readonly judged: number;
  readonly right: number;
  readonly newTokens: number;
  readonly secondsLeft: number | null;
  /** What the model wrote last, its end if it is long. */
  readonly latest: { readonly caseId: string; readonly text: string } | null;
};

/** Characters of the latest trace that are shown. */
const SHOWN = 600;
/** Failures listed one by one. */
const LISTED = 20;

function endOf({ tokens }: Trace): string {
  const text = tokens.map((token) => token.text).join('');
  return text.length > SHOWN ? `… ${text.slice(-SHOWN)}` : text;
}

/** A run of which nothing has come. */
export function emptyRun(title: string, spec: CollectSpec, total: number): CollectRun {
  return {
    ...{ title, spec, total, status: 'running', restored: false, message: null },
    ...{ done: 0, failures: [], failed: 0, undecided: 0, judged: 0, right: 0, newTokens: 0 },
    ...{ secondsLeft: null, latest: null },
  };
}

/** The run with one more trace. */
export function withTrace(run: CollectRun, { case: instance }: Pair, trace: Trace): CollectRun {
  const { decision, tokens } = trace;
  const { id: caseId, gold, options } = instance;
  const judged = decision.status === 'found' && gold !== null;
  return {
    ...run,
    done: run.done + 1,
    undecided: run.undecided + (decision.status === 'missing' ? 1 : 0),
    judged: run.judged + (judged ? 1 : 0),
    right: run.right + (judged && options[decision.chosen] === gold ? 1 : 0),
    newTokens: run.newTokens + tokens.length,
    latest: { caseId, text: endOf(trace) },
  };
}

/** The run with one more case that failed. */
export function withFailure(
  run: CollectRun,
  { case: { id: caseId } }: Pair,
  { message }: Error,
): CollectRun {
  const { failed, failures } = run;
  return {
    ...run,
    failed: failed + 1,
    failures: failed < LISTED ? [...failures, { caseId, message }] : failures,
  };
}
