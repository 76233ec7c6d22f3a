import { createStore } from 'zustand/vanilla';
import type { Engine } from '../../inference/engine';
import { typedToken } from '../../traces/alternatives';
import type { Token, Trace } from '../../traces/trace';
import type { Explorer } from '../explorer';
import type { Subject } from '../subject';
import { removeBranch } from './branchTree';
import { growBranches, rereadTokens, type Departure } from './grow';
import { record, redo, undo } from './history';
import {
  grownBy,
  knownBranches,
  plantedWith,
  selectedTokens,
  selectedTrace,
  treeKey,
  walked,
  type Planted,
} from './planted';
import { uncertainSteps } from './uncertain';

export type BranchesState = {
  /** Trees by `treeKey`. */
  readonly planted: Readonly<Record<string, Planted>>;
  /** The continuation under way; `tokens` of a single one. */
  readonly growing: {
    readonly key: string;
    readonly done: number;
    readonly total: number;
    readonly tokens: readonly Token[];
  } | null;
  /** Why a typed token was not taken; null when it was. */
  readonly problem: string | null;
};

/** Store of the trees of branches, kept for as long as the page is open, and the actions on them. */
export function createBranches({
  withEngine,
  store: explorer,
  settings,
}: Pick<Explorer, 'withEngine' | 'store' | 'settings'>) {
  const store = createStore<BranchesState>(() => ({ planted: {}, growing: null, problem: null }));
  const { getState: get, setState: set } = store;

  const change = (key: string, next: (planted: Planted) => Planted) =>
    set(({ planted }) => {
      const own = planted[key];
      return own === undefined ? {} : { planted: { ...planted, [key]: next(own) } };
    });

  /** Runs `action` on the tree with the model loaded. */
  const onTree = (
    key: string,
    action: (planted: Planted, engine: Engine, signal: AbortSignal) => Promise<void>,
  ) =>
    withEngine('diagnose', async (signal, engine) => {
      set({ problem: null });
      const planted = get().planted[key];
      if (planted !== undefined) await action(planted, engine, signal);
    });

  const grow =
    (key: string, subject: Subject, departures: readonly Departure[], asBatch: boolean) =>
    async (planted: Planted, engine: Engine, signal: AbortSignal) => {
      const { mode } = explorer.getState().choice;
      const seed = Math.floor(Math.random() * 2 ** 31);
      const sampling = { mode, temperature: settings.getState().temperature, seed };
      const known = mode === 'greedy' ? knownBranches(planted, departures) : [];
      const fresh = departures.filter((_, i) => known[i] === undefined);
      const progress = { key, done: 0, total: fresh.length, tokens: [] };
      set({ growing: progress });
      try {
        const traces = await growBranches(
          engine,
          subject,
          selectedTrace(planted),
          fresh,
          sampling,
          {
            onProgress: (done) => set({ growing: { ...progress, done } }),
            onTokens: (tokens) => set({ growing: { ...progress, tokens } }),
          },
          signal,
        );
        const results = departures.map(
          (departure, i) => known[i] ?? traces[fresh.indexOf(departure)] ?? null,
        );
        const growth = { parent: planted.selected, departures, results, asBatch };
        change(key, (now) => grownBy(now, growth));
      } finally {
        set({ growing: null });
      }
    };

  return {
    store,
    /** Plants a tree for a trace that has none yet. Returns its key. */
    ensure: (trace: Trace, subject: Subject): string => {
      const key = treeKey(trace, subject);
      set(({ planted }) =>
        key in planted ? {} : { planted: { ...planted, [key]: plantedWith(trace) } },
      );
      return key;
    },
    select: (key: string, selected: number) =>
      change(key, (planted) =>
        planted.selected === selected ? planted : { ...planted, selected, picked: null },
      ),
    pick: (key: string, picked: number) => {
      set({ problem: null });
      change(key, (planted) => ({ ...planted, picked }));
    },
    undo: (key: string) => change(key, (planted) => walked(planted, undo)),
    redo: (key: string) => change(key, (planted) => walked(planted, redo)),
    remove: (key: string, id: number) =>
      change(key, (planted) =>
        walked(planted, (history) => record(history, removeBranch(history.present, id))),
      ),

    /** Leaves the selected trace with another token and goes on from there. */
    branch: (key: string, subject: Subject, departure: Departure) =>
      onTree(key, grow(key, subject, [departure], false)),

    /** The same with a token as typed, if the model has it. */
    branchTyped: (key: string, subject: Subject, at: number, typed: string) =>
      onTree(key, async (planted, engine, signal) => {
        const texts = engine.vocabulary?.() ?? [];
        const id = typedToken(typed, selectedTrace(planted).tokens[at]?.text ?? '', texts);
        if (id < 0) {
          const problem = `“${typed}” is no single token of this model. Try a shorter piece of it.`;
          set({ problem });
          return;
        }
        const token = { id, text: texts[id]!, logprob: NaN };
        await grow(key, subject, [{ at, token }], false)(planted, engine, signal);
      }),

    /** Leaves the selected trace at its `count` least certain steps, each with the likeliest token not taken. */
    branchUncertain: (key: string, subject: Subject, count: number) =>
      onTree(key, async (planted, engine, signal) => {
        const trace = { ...selectedTrace(planted), tokens: selectedTokens(planted) };
        const steps = uncertainSteps(trace, count);
        const departures = steps.map(({ at, other }) => ({ at, token: other }));
        await grow(key, subject, departures, true)(planted, engine, signal);
      }),

    /** Reads the root again, so that every step has its ten likeliest tokens. */
    reread: (key: string, subject: Subject) =>
      onTree(key, async ({ history }, engine, signal) => {
        const reread = await rereadTokens(engine, subject, history.present.root, signal);
        if (reread !== null) change(key, (planted) => ({ ...planted, reread }));
      }),
  };
}

export type Branches = ReturnType<typeof createBranches>;

const kept = new WeakMap<object, Branches>();

/** The branches of a page: made when they are first asked for, the same ever after. */
export function branchesOf(explorer: Explorer): Branches {
  const branches = kept.get(explorer) ?? createBranches(explorer);
  kept.set(explorer, branches);
  return branches;
}
