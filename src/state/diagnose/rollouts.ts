import { pruneAlternatives } from '../../traces/prune';
import { ANSWER_TAG } from '../../traces/rule';
import type { Trace } from '../../traces/trace';
import type { Explorer } from '../explorer';
import { BATCH_SIZE, MAX_NEW_TOKENS } from '../run';
import { caseInput } from '../subject';
import { createJob, perExplorer } from './job';
import { caseKey } from './ownTrace';

export const MAX_ROLLOUTS = 512;

/** How the rollouts were drawn. */
export type RolloutSpec = {
  readonly count: number;
  readonly seed: number;
  readonly temperature: number;
};

export type Rollouts = {
  readonly spec: RolloutSpec | null;
  /** Finished rollouts in the order of their numbers; `caseId` is `case#number`. */
  readonly traces: readonly Trace[];
};

const numberOf = ({ caseId }: Trace) => Number(caseId.slice(caseId.lastIndexOf('#') + 1));

/** Many sampled rollouts of the case on the bench, at the temperature of the slider. */
function createRollouts(explorer: Explorer) {
  const job = createJob<Rollouts>(explorer, { spec: null, traces: [] });
  return {
    store: job.store,
    run: (count: number, seed: number) => {
      const { subject, choice } = explorer.store.getState();
      const { temperature } = explorer.settings.getState();
      const spec = { count, seed, temperature };
      return job.run(caseKey({ subject, choice }), count, async ({ engine, signal, report }) => {
        let traces: readonly Trace[] = [];
        report({ result: { spec, traces } });
        const input = caseInput(subject);
        await engine.generate(
          {
            cases: Array.from({ length: count }, (_, i) => ({ ...input, id: `${input.id}#${i}` })),
            sampling: { mode: 'sample', temperature, seed },
            maxNewTokens: MAX_NEW_TOKENS,
            batchSize: BATCH_SIZE,
            rule: ANSWER_TAG,
          },
          {
            onTrace: (trace) => {
              if (trace.finish === 'aborted') return;
              traces = [...traces, pruneAlternatives(trace)].sort(
                (a, b) => numberOf(a) - numberOf(b),
              );
              report({ done: traces.length, result: { spec, traces } });
            },
          },
          signal,
        );
      });
    },
  };
}

export const rolloutsOf = perExplorer(createRollouts);
