import { createStore, type StoreApi } from 'zustand/vanilla';
import { writeTraceLine } from '../../formats/traceLine';
import type { Engine } from '../../inference/engine';
import { pruneAlternatives } from '../../traces/prune';
import type { Provenance, Trace } from '../../traces/trace';
import { messageOf } from '../engineStore';
import type { Imported } from '../import/imported';
import type { Former, Keeping } from '../persistence/keeper';
import type { KeptRun } from '../persistence/keptRun';
import { importedOf } from './collected';
import { emptyRun, withFailure, withTrace, type CollectRun } from './collectRun';
import type { CollectSpec } from './form';
import { gather, gatherBatches, type Pair } from './gather';
import {
  keepCollected,
  type CollectedKeeper,
  type CollectedSpec,
  type CollectedTrace,
  type Reach,
} from './kept';

/** A model that traces are asked of. */
export type CollectModel = {
  readonly title: string;
  /** How to reach it again after a reload. */
  readonly reach: Reach;
  /** Requests at once where each case is one; null for an engine that decodes rows together. */
  readonly concurrency: number | null;
  /** Runs the action with the model loaded; resolves once it has ended. What fails is in the rejection. */
  readonly use: (
    action: (engine: Engine, provenance: Provenance, signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<void>;
};

export type Collector = {
  readonly store: StoreApi<{ readonly run: CollectRun | null }>;
  /** Begins a run; the one before, and its traces, go. Resolves when it has ended; never rejects. */
  readonly start: (model: CollectModel, spec: CollectSpec) => Promise<void>;
  /** Shows a run that was kept, to be gone on with by `model`. */
  readonly restore: (model: CollectModel, former: Former<CollectedSpec, CollectedTrace>) => void;
  /** Asks for what the latest run lacks: the cases that failed or were not reached. */
  readonly goOn: () => Promise<void>;
  readonly cancel: () => void;
  /** What has come so far as decisions that the page shows; null where none has. */
  readonly imported: () => Imported | null;
  /** What has come so far as trace JSONL, each trace with its case. */
  readonly file: () => Blob;
};

/** Rows decoded together. */
const BATCH_SIZE = 32;

type Latest = {
  readonly model: CollectModel;
  readonly spec: CollectSpec;
  /** With their places. */
  readonly pairs: ReadonlyMap<Pair, number>;
  readonly kept: Map<Pair, CollectedTrace>;
  provenance: Provenance | null;
  keptRun: KeptRun<CollectedSpec> | null;
};

function latestOf(model: CollectModel, spec: CollectSpec): Latest {
  const pairs = Array.from({ length: spec.rollouts }, (_, rollout) =>
    spec.cases.map((instance) => ({ case: instance, rollout })),
  ).flat();
  return {
    ...{ model, spec, provenance: null, keptRun: null, kept: new Map() },
    pairs: new Map(pairs.map((pair, place) => [pair, place])),
  };
}

/** Collects traces of a task from one model at a time. */
export function createCollector(
  keeper: CollectedKeeper = keepCollected(),
  now: () => number = () => performance.now(),
): Collector {
  const store = createStore<{ run: CollectRun | null }>(() => ({ run: null }));
  let latest: Latest | null = null;
  let stop: AbortController | null = null;

  const execute = async (own: Latest): Promise<void> => {
    stop?.abort();
    const controller = new AbortController();
    stop = controller;
    const { model, spec, pairs, kept } = own;
    const missing = [...pairs.keys()].filter((pair) => !kept.has(pair));
    const before = kept.size;
    const started = now();
    let keeping: Keeping<CollectedSpec, CollectedTrace> | null = null;
    const change = (update: (run: CollectRun) => Partial<CollectRun>) => {
      const { run } = store.getState();
      if (run !== null && latest === own && stop === controller)
        store.setState({ run: { ...run, ...update(run) } });
    };

    const keep = (pair: Pair, whole: Trace): void => {
      if (controller.signal.aborted) return;
      const line = new Blob([`${writeTraceLine({ ...pair, trace: whole, rule: spec.rule })}\n`]);
      // A file needs every alternative, the page only the likely ones.
      const trace = pruneAlternatives(whole);
      const item = { place: pairs.get(pair)!, trace, line };
      kept.set(pair, item);
      keeping?.add(item);
      change((run) => {
        const rest = missing.length - (kept.size - before) - run.failed;
        const pace = (now() - started) / 1000 / (kept.size - before);
        return { ...withTrace(run, pair, trace), secondsLeft: pace * rest };
      });
    };
    const lose = (pair: Pair, error: Error) => change((run) => withFailure(run, pair, error));

    change(() => ({
      ...{ status: 'running', message: null, failures: [], failed: 0, secondsLeft: null },
    }));
    let complete = false;
    try {
      await model.use(async (engine, provenance, signal) => {
        own.provenance ??= provenance;
        if (JSON.stringify(own.provenance) !== JSON.stringify(provenance))
          throw new Error(
            `This run is of ${own.provenance.model} (${own.provenance.backend}), not of ${provenance.model} (${provenance.backend}). Start a new run.`,
          );
        const { title, reach, concurrency } = model;
        const kind = { title, reach, concurrency, provenance, spec };
        keeping = keeper.begin(kind, own.keptRun ?? undefined);
        own.keptRun = keeping.run;
        if (concurrency === null)
          await gatherBatches(engine, missing, { ...spec, batchSize: BATCH_SIZE }, keep, signal);
        else await gather(engine, missing, { ...spec, concurrency }, keep, lose, signal);
      }, controller.signal);
      complete = true;
      change(() => ({ status: 'complete' }));
    } catch (error) {
      const aborted =
        controller.signal.aborted || (error instanceof Error && error.name === 'AbortError');
      change(() =>
        aborted ? { status: 'stopped' } : { status: 'failed', message: messageOf(error) },
      );
    }
    change(() => ({ secondsLeft: null }));
    await (keeping as Keeping<CollectedSpec, CollectedTrace> | null)?.end(
      complete ? 'complete' : 'stopped',
    );
  };

  return {
    store,
    async start(model, spec) {
      latest = latestOf(model, spec);
      store.setState({ run: emptyRun(model.title, spec, latest.pairs.size) });
      await execute(latest);
    },
    restore(model, { run: keptRun, traces }) {
      stop?.abort();
      const { spec, provenance } = keptRun.spec;
      const own = { ...latestOf(model, spec), provenance, keptRun };
      const pairs = [...own.pairs.keys()];
      let run = emptyRun(model.title, spec, pairs.length);
      for (const item of traces) {
        const pair = pairs[item.place];
        if (pair === undefined) continue;
        own.kept.set(pair, item);
        run = withTrace(run, pair, item.trace);
      }
      latest = own;
      const status = run.done === run.total ? 'complete' : 'stopped';
      store.setState({ run: { ...run, status, restored: true } });
    },
    async goOn() {
      if (latest !== null && store.getState().run?.status !== 'running') await execute(latest);
    },
    cancel: () => stop?.abort(),
    imported() {
      if (latest?.provenance == null || latest.kept.size === 0) return null;
      const { model, spec, provenance, kept } = latest;
      const items = [...kept].map(([pair, { trace }]) => ({ ...pair, trace }));
      return importedOf(model.title, spec.task, provenance, items);
    },
    file: () =>
      new Blob(
        [...(latest?.kept.values() ?? [])].map(({ line }) => line),
        { type: 'application/jsonl' },
      ),
  };
}
