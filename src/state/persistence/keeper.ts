import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Trace } from '../../traces/trace';
import type { RunSpec } from '../run';
import { KEPT_VERSION, type KeptRun, type RunStore } from './keptRun';
import type { Tabs } from './tabs';

export type KeeperState<Spec = RunSpec> = {
  /** The latest run that may be shown or gone on with; null while there is none, or while it runs. */
  readonly offer: { readonly run: KeptRun<Spec>; readonly done: number } | null;
  /** Why traces are not kept, as a sentence; null while they are. */
  readonly problem: string | null;
  /** Another tab of this browser is running cases. */
  readonly elsewhere: boolean;
};

/** Keeps the traces of one run. */
export type Keeping<Spec = RunSpec, Item = Trace> = {
  readonly run: KeptRun<Spec>;
  readonly add: (trace: Item) => void;
  /** The run is over: `null` where it was interrupted. Settles when everything is written. */
  readonly end: (end: KeptRun['end']) => Promise<void>;
};

/** A run that was kept, with its traces. */
export type Former<Spec = RunSpec, Item = Trace> = {
  readonly run: KeptRun<Spec>;
  readonly traces: readonly Item[];
};

export type Keeper<Spec = RunSpec, Item = Trace> = {
  readonly store: StoreApi<KeeperState<Spec>>;
  /** Starts to keep a run, in place of the former ones; with `former`, goes on with that one. */
  readonly begin: (spec: Spec, former?: KeptRun<Spec>) => Keeping<Spec, Item>;
  /** Looks for a run that a tab left behind. */
  readonly look: () => Promise<void>;
  /** What is offered; null where nothing is, or where it cannot be read, which `problem` then says. */
  readonly offered: () => Promise<Former<Spec, Item> | null>;
  /** Drops the run that is offered, and offers the one before it where there is one. */
  readonly discard: () => Promise<void>;
  readonly dismiss: () => void;
};

export function problemOf(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return name === 'QuotaExceededError'
    ? 'The browser’s storage is full: this run goes on, but a reload will lose what it finishes from here. Remove something under Offline to make room.'
    : `The browser keeps no data of this page (${String(error)}): a reload loses the run.`;
}

/**
 * Keeps finished traces while a run is under way, one write at a time with all that finished meanwhile. A write that fails
 * stops the keeping, not the run. Nothing here rejects.
 */
export function createKeeper<Spec = RunSpec, Item = Trace>(
  runs: RunStore<Spec, Item>,
  tabs: Tabs,
): Keeper<Spec, Item> {
  const store = createStore<KeeperState<Spec>>(() => ({
    ...{ offer: null, problem: null, elsewhere: false },
  }));
  const guarded = async (action: () => Promise<void>): Promise<boolean> => {
    try {
      await action();
      return true;
    } catch (error) {
      store.setState({ problem: problemOf(error) });
      return false;
    }
  };

  const dropOthers = async (id: string) => {
    const held = await tabs.held();
    store.setState({ elsewhere: [...held].some((other) => other !== id) });
    for (const { run } of await runs.list())
      if (run.id !== id && !held.has(run.id)) await runs.remove(run.id);
  };

  const begin = (spec: Spec, former?: KeptRun<Spec>): Keeping<Spec, Item> => {
    const run: KeptRun<Spec> = {
      version: KEPT_VERSION,
      id: former?.id ?? crypto.randomUUID(),
      startedAt: Date.now(),
      spec,
      end: null,
    };
    const release = tabs.hold(run.id);
    store.setState({ offer: null, problem: null });
    let waiting: Item[] = [];
    let added = 0;
    let keeping = true;
    let writing: Promise<void> = guarded(async () => {
      await dropOthers(run.id);
      await runs.put(run);
    }).then((ok) => {
      keeping = ok;
    });
    const write = async () => {
      const batch = waiting;
      waiting = [];
      if (keeping && batch.length > 0) keeping = await guarded(() => runs.append(run.id, batch));
    };
    return {
      run,
      add: (trace) => {
        added++;
        waiting.push(trace);
        if (waiting.length === 1) writing = writing.then(write);
      },
      end: async (end) => {
        await writing;
        const ended = { ...run, end };
        if (keeping) await guarded(() => runs.put(ended));
        await release();
        store.setState({ elsewhere: false });
        if (end === null && keeping && added > 0) await look();
      },
    };
  };

  const look = async () => {
    try {
      const held = await tabs.held();
      const found = (await runs.list()).filter(
        ({ run }) => run.version === KEPT_VERSION && !held.has(run.id),
      );
      found.sort((a, b) => b.run.startedAt - a.run.startedAt);
      for (const { run, done } of found) if (done === 0) await runs.remove(run.id);
      store.setState({ offer: found.find(({ done }) => done > 0) ?? null });
    } catch {
      // Without storage there is nothing to find; the next run says so.
    }
  };

  return {
    store,
    begin,
    look,
    offered: async () => {
      const { offer } = store.getState();
      if (offer === null) return null;
      let traces: readonly Item[] = [];
      const ok = await guarded(async () => void (traces = await runs.traces(offer.run.id)));
      return ok ? { run: offer.run, traces } : null;
    },
    discard: async () => {
      const { offer } = store.getState();
      if (offer === null) return;
      // What is still offered is still there: a reload in between takes nothing back.
      const removed = await guarded(() => runs.remove(offer.run.id));
      store.setState({ offer: null });
      if (removed) await look();
    },
    dismiss: () => store.setState({ offer: null, problem: null }),
  };
}
