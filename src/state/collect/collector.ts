import { createStore, type StoreApi } from 'zustand/vanilla';
import { writeTraceLine } from '../../formats/traceLine';
import type { Engine } from '../../inference/engine';
import { pruneAlternatives } from '../../traces/prune';
import type { Provenance, Trace } from '../../traces/trace';
import { messageOf } from '../engineStore';
import type { Imported } from '../import/imported';
import { importedOf, type Collected } from './collected';
import type { CollectSpec } from './form';
import { gather, gatherBatches, type Pair } from './gather';

/** A model that traces are asked of. */
export type CollectModel = {
  readonly title: string;
  /** Requests at once where each case is one; absent for an engine that decodes rows together. */
  readonly concurrency?: number;
  /** Runs the action with the model loaded; resolves once it has ended. What fails is in the rejection. */
  readonly use: (
    action: (engine: Engine, provenance: Provenance, signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<void>;
};

/** How far a run is, and what came of it so far. */
export type CollectRun = {
  readonly title: string;
  readonly spec: CollectSpec;
  readonly status: 'running' | 'complete' | 'stopped' | 'failed';
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

export type Collector = {
  readonly store: StoreApi<{ readonly run: CollectRun | null }>;
  /** Begins a run; the one before, and its traces, go. Resolves when it has ended; never rejects. */
  readonly start: (model: CollectModel, spec: CollectSpec) => Promise<void>;
  /** Asks for what the latest run lacks: the cases that failed or were not reached. */
  readonly goOn: () => Promise<void>;
  readonly cancel: () => void;
  /** What has come so far as decisions that the page shows; null where none has. */
  readonly imported: () => Imported | null;
  /** What has come so far as trace JSONL, each trace with its case. */
  readonly file: () => Blob;
};

/** Characters of the latest trace that are shown. */
const SHOWN = 600;

function endOf({ tokens }: Trace): string {
  const text = tokens.map((token) => token.text).join('');
  return text.length > SHOWN ? `… ${text.slice(-SHOWN)}` : text;
}

/** Failures listed one by one. */
const LISTED = 20;
/** Rows decoded together. */
const BATCH_SIZE = 32;

type Latest = {
  readonly model: CollectModel;
  readonly spec: CollectSpec;
  readonly pairs: readonly Pair[];
  readonly kept: Map<Pair, { readonly item: Collected; readonly line: Blob }>;
  provenance: Provenance | null;
};

const NOTHING = {
  failures: [],
  failed: 0,
  undecided: 0,
  judged: 0,
  right: 0,
  newTokens: 0,
  latest: null,
};

/** Collects traces of a task from one model at a time. */
export function createCollector(now: () => number = () => performance.now()): Collector {
  const store = createStore<{ run: CollectRun | null }>(() => ({ run: null }));
  let latest: Latest | null = null;
  let stop: AbortController | null = null;

  const execute = async (own: Latest): Promise<void> => {
    stop?.abort();
    const controller = new AbortController();
    stop = controller;
    const { model, spec, pairs, kept } = own;
    const missing = pairs.filter((pair) => !kept.has(pair));
    const before = kept.size;
    const started = now();
    const change = (update: (run: CollectRun) => Partial<CollectRun>) => {
      const { run } = store.getState();
      if (run !== null && latest === own && stop === controller)
        store.setState({ run: { ...run, ...update(run) } });
    };

    const keep = (pair: Pair, trace: Trace): void => {
      if (controller.signal.aborted) return;
      const line = new Blob([`${writeTraceLine({ ...pair, trace, rule: spec.rule })}\n`]);
      // A file needs every alternative, the page only the likely ones.
      kept.set(pair, { item: { ...pair, trace: pruneAlternatives(trace) }, line });
      const { decision, tokens } = trace;
      const { gold, options } = pair.case;
      const judged = decision.status === 'found' && gold !== null;
      change((run) => {
        const rest = missing.length - (kept.size - before) - run.failed;
        const pace = (now() - started) / 1000 / (kept.size - before);
        return {
          done: kept.size,
          undecided: run.undecided + (decision.status === 'missing' ? 1 : 0),
          judged: run.judged + (judged ? 1 : 0),
          right: run.right + (judged && options[decision.chosen] === gold ? 1 : 0),
          newTokens: run.newTokens + tokens.length,
          secondsLeft: pace * rest,
          latest: { caseId: pair.case.id, text: endOf(trace) },
        };
      });
    };
    const lose = ({ case: { id: caseId } }: Pair, { message }: Error) =>
      change(({ failed, failures }) => ({
        failed: failed + 1,
        failures: failed < LISTED ? [...failures, { caseId, message }] : failures,
      }));

    change(() => ({
      status: 'running',
      message: null,
      failures: [],
      failed: 0,
      secondsLeft: null,
    }));
    try {
      await model.use(async (engine, provenance, signal) => {
        own.provenance ??= provenance;
        if (JSON.stringify(own.provenance) !== JSON.stringify(provenance))
          throw new Error(
            `This run is of ${own.provenance.model} (${own.provenance.backend}), not of ${provenance.model} (${provenance.backend}). Start a new run.`,
          );
        const { concurrency } = model;
        if (concurrency === undefined)
          await gatherBatches(engine, missing, { ...spec, batchSize: BATCH_SIZE }, keep, signal);
        else await gather(engine, missing, { ...spec, concurrency }, keep, lose, signal);
      }, controller.signal);
      change(() => ({ status: 'complete' }));
    } catch (error) {
      const aborted =
        controller.signal.aborted || (error instanceof Error && error.name === 'AbortError');
      change(() =>
        aborted ? { status: 'stopped' } : { status: 'failed', message: messageOf(error) },
      );
    }
    change(() => ({ secondsLeft: null }));
  };

  return {
    store,
    async start(model, spec) {
      const pairs = Array.from({ length: spec.rollouts }, (_, rollout) =>
        spec.cases.map((instance) => ({ case: instance, rollout })),
      ).flat();
      latest = { model, spec, pairs, kept: new Map(), provenance: null };
      const rest = { message: null, secondsLeft: null, done: 0, total: pairs.length };
      store.setState({
        run: { title: model.title, spec, status: 'running', ...rest, ...NOTHING },
      });
      await execute(latest);
    },
    async goOn() {
      if (latest !== null && store.getState().run?.status !== 'running') await execute(latest);
    },
    cancel: () => stop?.abort(),
    imported() {
      if (latest?.provenance == null || latest.kept.size === 0) return null;
      const { model, spec, provenance, kept } = latest;
      const items = [...kept.values()].map(({ item }) => item);
      return importedOf(model.title, spec.task, provenance, items);
    },
    file: () =>
      new Blob(
        [...(latest?.kept.values() ?? [])].map(({ line }) => line),
        { type: 'application/jsonl' },
      ),
  };
}
