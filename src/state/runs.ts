import type { StoreApi } from 'zustand/vanilla';
import type { Engine } from '../inference/engine';
import { findTask } from '../tasks';
import { pruneAlternatives } from '../traces/prune';
import type { Provenance, Trace } from '../traces/trace';
import type { ModelEntry } from './catalogue';
import type { Choice, ExplorerState, Work } from './explorerState';
import type { Imported } from './import/imported';
import { createKeeper, type Former, type Keeper } from './persistence/keeper';
import type { KeptRun, RunStore } from './persistence/keptRun';
import { createMemoryStore } from './persistence/memoryStore';
import { createTabs } from './persistence/tabs';
import { runCases, tableOf, type RunSpec } from './run';

type Parts = {
  readonly store: StoreApi<ExplorerState>;
  readonly keeper: Keeper;
  /** Traces of the latest run, by case. */
  readonly runTraces: Map<string, Trace>;
  readonly temperature: () => number;
  readonly guarded: (action: () => Promise<void>) => Promise<void>;
  readonly withEngine: (
    kind: Work,
    action: (signal: AbortSignal, engine: Engine, provenance: Provenance) => Promise<void>,
  ) => Promise<void>;
  readonly choose: (change: Partial<Choice>) => Promise<void>;
  readonly showImported: (imported: Imported) => void;
  /** Puts the case on the bench again, with its trace of the run. */
  readonly showAgain: () => Promise<void>;
};

/** What Explore has to choose to go on with a run: a model of the page, or one of the user's own that is there again; else null. */
function chosenFor(
  { model, dtype }: Provenance,
  models: readonly ModelEntry[],
): Pick<Choice, 'model'> | Pick<Choice, 'model' | 'dtype'> | null {
  const found = models
    .find(({ name }) => name === model)
    ?.dtypes.find(({ name }) => name === dtype);
  if (found !== undefined) return { model, dtype: found.name };
  const own = models.find(({ name, own }) => own === true && name.endsWith(`:${model}`));
  return own === undefined ? null : { model: own.name };
}

/** Traces of generated cases with those cases. */
function withCases({ task, seed, count }: RunSpec, traces: readonly Trace[]) {
  const cases = Array.from({ length: count }, (_, index) => findTask(task)?.sample(seed, index));
  const known = new Map(cases.map((item) => [item?.id, item]));
  return traces.flatMap((trace) => {
    const instance = known.get(trace.caseId);
    return instance === undefined ? [] : [{ case: instance, rollout: 0, trace }];
  });
}

/** What tells the traces of a run apart. */
export const caseOf = ({ caseId }: Trace): string => caseId;

/** Keeps the traces of runs; by default for as long as the page lives. */
export function keepRuns(runs: RunStore = createMemoryStore(caseOf)): Keeper {
  return createKeeper(runs, createTabs('calibration-explorer/run/'));
}

/** Where the traces of a run were computed: `wasm`, or `wasm + webgpu` where it went on elsewhere. */
function joinedBackend(former: string, now: string): string {
  return [...new Set([...former.split(' + '), now])].sort().join(' + ');
}

/** The actions on runs of cases: a new one, and one that was kept. */
export function createRuns(parts: Parts) {
  const { store, keeper, runTraces, guarded, withEngine } = parts;
  const { getState: get, setState: set } = store;

  const execute = (specify: (provenance: Provenance) => RunSpec, former?: Former) =>
    withEngine('run', async (signal, engine, provenance) => {
      const { choice } = get();
      const spec = specify(provenance);
      const { count: total } = spec;
      const keeping = keeper.begin(spec, former?.run);
      const traces = former?.traces ?? [];
      runTraces.clear();
      for (const trace of traces) runTraces.set(trace.caseId, trace);
      set({ origin: 'run', runTable: null, selectedBin: null, runEnd: null });
      set({ runSampling: spec.sampling });
      set({ run: { done: traces.length, total, tokensPerSecond: 0, secondsLeft: null } });
      const current = () => get().choice === choice;
      let end: KeptRun['end'] = null;
      try {
        const complete = await runCases(
          engine,
          spec,
          {
            onTable: (runTable) => current() && set({ runTable }),
            onTrace: (trace) => {
              const pruned = pruneAlternatives(trace);
              keeping.add(pruned);
              if (current()) runTraces.set(trace.caseId, pruned);
            },
            onProgress: (run) => current() && set({ run }),
          },
          signal,
          undefined,
          traces,
        );
        end = complete ? 'complete' : 'stopped';
      } finally {
        void keeping.end(end);
      }
      if (!current()) return;
      set({ runEnd: end });
      if (get().trace === null) await parts.showAgain();
    });

  const showKept = async ({ run, traces }: Former) => {
    const { spec } = run;
    const { model, dtype } = spec.provenance;
    const chosen = chosenFor(spec.provenance, get().catalogue?.models ?? []);
    if (chosen === null) {
      // Without its model the run cannot be chosen, but what it decided can be seen.
      const { importedOf } = await import('./collect/collected');
      await parts.choose({ task: spec.task, mode: spec.sampling.mode });
      parts.showImported(importedOf(model, spec.task, spec.provenance, withCases(spec, traces)));
      throw new Error(
        `This page no longer has ${model} in ${dtype}: what it decided is shown, but the run cannot go on. A model of your own can be connected and chosen again in Data.`,
      );
    }
    await parts.choose({ ...chosen, task: spec.task, mode: spec.sampling.mode });
    runTraces.clear();
    for (const trace of traces) runTraces.set(trace.caseId, trace);
    const { count: total } = spec;
    set({
      origin: 'run',
      runSampling: spec.sampling,
      runTable: tableOf(spec, runTraces),
      selectedBin: null,
      run: { done: traces.length, total, tokensPerSecond: 0, secondsLeft: null },
      runEnd: traces.length === total ? 'complete' : 'stopped',
    });
    await parts.showAgain();
  };

  return {
    /** Runs cases 0 … count − 1 of `seed`; the diagram shows them as they finish. */
    runCases: (count: number, seed: number) => {
      const { task, mode } = get().choice;
      const sampling = { mode, temperature: parts.temperature(), seed };
      return execute((provenance) => ({ task, seed, count, sampling, provenance }));
    },

    /** Shows the run that was kept. */
    showKept: () =>
      guarded(async () => {
        const former = await keeper.offered();
        if (former !== null) await showKept(former);
      }),

    /** Shows the run that was kept and runs the cases that it lacks, sampled as they would have been. */
    continueKept: () =>
      guarded(async () => {
        const former = await keeper.offered();
        if (former === null) return;
        await showKept(former);
        const { spec } = former.run;
        await execute((provenance) => {
          const { model, dtype } = spec.provenance;
          if (provenance.model !== model || provenance.dtype !== dtype)
            throw new Error(
              `This run is of ${model} in ${dtype}, not of ${provenance.model} in ${provenance.dtype}. Load that again to go on.`,
            );
          const backend = joinedBackend(spec.provenance.backend, provenance.backend);
          return { ...spec, provenance: { ...provenance, backend } };
        }, former);
      }),
  };
}
