import type { StoreApi } from 'zustand/vanilla';
import type { Engine } from '../inference/engine';
import { pruneAlternatives } from '../traces/prune';
import type { Provenance, Trace } from '../traces/trace';
import type { Choice, ExplorerState, Work } from './explorerState';
import type { Keeper } from './persistence/keeper';
import type { KeptRun } from './persistence/keptRun';
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
  /** Puts the case on the bench again, with its trace of the run. */
  readonly showAgain: () => Promise<void>;
};

/** A run that is gone on with: what it was, and the traces kept of it. */
type Former = { readonly run: KeptRun; readonly traces: readonly Trace[] };

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
    const known = get().catalogue?.models.find(({ name }) => name === model);
    const found = known?.dtypes.find(({ name }) => name === dtype)?.name;
    if (found === undefined || !known?.tasks.includes(spec.task))
      throw new Error(`This page no longer has ${model} in ${dtype}. Discard the run.`);
    await parts.choose({ model, dtype: found, task: spec.task, mode: spec.sampling.mode });
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

  const kept = async (): Promise<Former | null> => {
    const { offer } = keeper.store.getState();
    return offer === null ? null : { run: offer.run, traces: await keeper.traces(offer.run) };
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
        const former = await kept();
        if (former !== null) await showKept(former);
      }),

    /** Shows the run that was kept and runs the cases that it lacks, sampled as they would have been. */
    continueKept: () =>
      guarded(async () => {
        const former = await kept();
        if (former === null) return;
        await showKept(former);
        const { spec } = former.run;
        await execute((provenance) => {
          const backend = joinedBackend(spec.provenance.backend, provenance.backend);
          return { ...spec, provenance: { ...provenance, backend } };
        }, former);
      }),
  };
}
