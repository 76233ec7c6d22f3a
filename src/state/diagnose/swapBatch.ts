import type { Swap } from '../../traces/interventions/swap';
import type { Explorer } from '../explorer';
import type { ExplorerState } from '../explorerState';
import { BATCH_SIZE } from '../run';
import { sampleSubject } from '../subject';
import type { TargetRule } from './argument';
import { createJob, perExplorer } from './job';
import { NONE_LEFT_OUT, swapSome, type LeftOut } from './swapSome';

export const MAX_SWAPS = 2000;

export type SwapBatchSpec = {
  readonly count: number;
  readonly seed: number;
  readonly rule: TargetRule;
};

export type SwapBatch = {
  readonly spec: SwapBatchSpec | null;
  readonly labels: readonly string[];
  /** In the order of the cases. */
  readonly swaps: readonly Swap[];
  readonly leftOut: LeftOut;
};

const EMPTY: SwapBatch = { spec: null, labels: [], swaps: [], leftOut: NONE_LEFT_OUT };

/** What a batch is a result of: model, weights and task. */
export function batchKey({ choice }: Pick<ExplorerState, 'choice'>): string {
  return [choice.model, choice.dtype, choice.task].join('\n');
}

function added(a: LeftOut, b: LeftOut): LeftOut {
  return {
    already: a.already + b.already,
    undecided: a.undecided + b.undecided,
    noArgument: a.noArgument + b.noArgument,
  };
}

/** Swaps cases 0 … count − 1 of a seed, some after the others; the result grows with them. */
function createSwapBatch(explorer: Explorer) {
  const job = createJob<SwapBatch>(explorer, EMPTY);
  return {
    store: job.store,
    run: (spec: SwapBatchSpec) => {
      const { choice } = explorer.store.getState();
      const { count, seed, rule } = spec;
      const subjects = Array.from({ length: count }, (_, i) => sampleSubject(choice.task, seed, i));
      const labels = subjects[0]?.labels ?? [];
      // A case is decided twice.
      return job.run(batchKey({ choice }), 2 * count, async ({ engine, signal, report }) => {
        let result: SwapBatch = { ...EMPTY, spec, labels };
        report({ result });
        for (let from = 0; from < count; from += BATCH_SIZE) {
          const some = subjects.slice(from, from + BATCH_SIZE);
          const found = await swapSome(engine, some, rule, signal, (done) =>
            report({ done: 2 * from + done }),
          );
          result = {
            ...result,
            swaps: [...result.swaps, ...found.swaps],
            leftOut: added(result.leftOut, found.leftOut),
          };
          report({ result });
          signal.throwIfAborted();
          report({ done: 2 * (from + some.length) });
        }
      });
    },
  };
}

export const swapBatchOf = perExplorer(createSwapBatch);
