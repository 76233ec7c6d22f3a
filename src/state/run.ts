import type { Engine } from '../inference/engine';
import { decisionTable, type DecisionRow, type DecisionTable } from '../traces/decisionTable';
import { ANSWER_TAG } from '../traces/rule';
import type { Provenance, Sampling, Trace } from '../traces/trace';
import { caseInput, sampleSubject, type Subject } from './subject';

/** How far a run of cases is. `secondsLeft` is null until a rate can be told. */
export type RunProgress = {
  readonly done: number;
  readonly total: number;
  readonly tokensPerSecond: number;
  readonly secondsLeft: number | null;
};

export type RunSpec = {
  readonly task: string;
  readonly seed: number;
  readonly count: number;
  readonly sampling: Sampling;
  readonly provenance: Provenance;
};

/** Longest completion of a generated task, with room to spare. */
export const MAX_NEW_TOKENS = 192;
/** Rows decoded together; more were no faster on one WASM thread, and the diagram grows more evenly. */
export const BATCH_SIZE = 32;

function rowOf(subject: Subject, trace: Trace): DecisionRow {
  const { gold, posterior } = subject;
  return { caseId: subject.id, decision: trace.decision, gold, posterior };
}

const subjectsOf = ({ task, seed, count }: RunSpec): Subject[] =>
  Array.from({ length: count }, (_, i) => sampleSubject(task, seed, i));

/** The decision table of a run's finished traces, in the order of the cases. */
export function tableOf(
  spec: RunSpec,
  finished: ReadonlyMap<string, Trace>,
  subjects: readonly Subject[] = subjectsOf(spec),
): DecisionTable {
  const rows = subjects.flatMap((subject) => {
    const trace = finished.get(subject.id);
    return trace === undefined ? [] : [rowOf(subject, trace)];
  });
  return decisionTable(spec.provenance, spec.task, subjects[0]?.labels ?? [], rows);
}

/**
 * Runs cases 0 … count − 1 of a seed, but for those that `former` has a trace of. `onTable` gets the table of all finished traces, in the order
 * of the cases: at the start, at most every `interval` milliseconds, and at the end; aborting keeps what is
 * done. Returns whether the run came to its end. Rejects with the engine's error.
 */
export async function runCases(
  engine: Engine,
  spec: RunSpec,
  listeners: {
    readonly onTable: (table: DecisionTable) => void;
    readonly onTrace: (trace: Trace) => void;
    readonly onProgress: (progress: RunProgress) => void;
  },
  signal: AbortSignal,
  interval = 120,
  former: readonly Trace[] = [],
): Promise<boolean> {
  const subjects = subjectsOf(spec);
  const finished = new Map(former.map((trace) => [trace.caseId, trace]));
  const missing = subjects.filter(({ id }) => !finished.has(id));
  const before = spec.count - missing.length;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const publish = () => {
    clearTimeout(timer);
    timer = undefined;
    listeners.onTable(tableOf(spec, finished, subjects));
  };
  publish();
  if (missing.length === 0) return true;
  try {
    await engine.generate(
      {
        cases: missing.map(caseInput),
        sampling: spec.sampling,
        maxNewTokens: MAX_NEW_TOKENS,
        batchSize: BATCH_SIZE,
        rule: ANSWER_TAG,
      },
      {
        onTrace: (trace) => {
          if (trace.finish === 'aborted') return;
          finished.set(trace.caseId, trace);
          listeners.onTrace(trace);
          timer ??= setTimeout(publish, interval);
        },
        onProgress: ({ done, total, newTokens, seconds }) =>
          listeners.onProgress({
            done: before + done,
            total: spec.count,
            tokensPerSecond: seconds > 0 ? newTokens / seconds : 0,
            secondsLeft: done > 0 ? ((total - done) * seconds) / done : null,
          }),
      },
      signal,
    );
  } finally {
    publish();
  }
  return finished.size === spec.count;
}
