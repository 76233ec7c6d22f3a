import { findTask } from '../../tasks';
import type { Decision } from '../../traces/decision';
import { forcedSteps } from '../../traces/interventions/truncate';
import type { Trace } from '../../traces/trace';
import type { Explorer } from '../explorer';
import { BATCH_SIZE } from '../run';
import { caseInput, type Subject } from '../subject';
import { createJob, perExplorer } from './job';
import { caseKey, traceAtHand } from './ownTrace';
import { DECIDE } from './swap';

/** The decision forced after one more line of the reasoning. */
export type TrajectoryStep = {
  /** The line; empty for the decision before any. */
  readonly line: string;
  /** Null while it is not computed. */
  readonly decision: Decision | null;
  /** Posterior given what the reasoning has read so far, where it is known. */
  readonly posterior: readonly number[] | null;
};

export type Trajectory = {
  /** The trace that was cut, null before its first step. */
  readonly trace: Trace | null;
  readonly steps: readonly TrajectoryStep[];
};

function stepsOf(subject: Subject, trace: Trace): TrajectoryStep[] {
  const lines = forcedSteps(trace).map(({ line }) => line);
  const task = subject.posterior === null ? undefined : findTask(subject.task);
  return lines.map((line, step) => ({
    line,
    decision: null,
    posterior: task?.posteriorAfter(subject.prompt, lines.slice(0, step + 1)) ?? null,
  }));
}

/** Forces the decision after every line of the reasoning of the trace that is shown, or of a greedy one. */
function createTrajectory(explorer: Explorer) {
  const job = createJob<Trajectory>(explorer, { trace: null, steps: [] });
  return {
    store: job.store,
    run: () => {
      const { subject, choice } = explorer.store.getState();
      return job.run(caseKey({ subject, choice }), 0, async ({ engine, signal, report }) => {
        const trace = await traceAtHand(explorer, engine, signal, false);
        if (trace === null) return;
        let steps = stepsOf(subject, trace);
        report({ total: steps.length, result: { trace, steps } });
        const input = caseInput(subject);
        await engine.generate(
          {
            ...DECIDE,
            cases: forcedSteps(trace).map(({ prefix }, step) => ({
              ...input,
              id: `${input.id}@${step}`,
              prefix,
            })),
            batchSize: BATCH_SIZE,
          },
          {
            onTrace: ({ caseId, decision, finish }) => {
              if (finish === 'aborted') return;
              const at = Number(caseId.slice(caseId.lastIndexOf('@') + 1));
              steps = steps.map((step, i) => (i === at ? { ...step, decision } : step));
              const done = steps.filter((step) => step.decision !== null).length;
              report({ done, result: { trace, steps } });
            },
          },
          signal,
        );
      });
    },
  };
}

export const trajectoryOf = perExplorer(createTrajectory);
