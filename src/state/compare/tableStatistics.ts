import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DecisionTable } from '../../traces/decisionTable';
import { messageOf } from '../engineStore';
import type { Ask } from '../newest';
import type { Settings } from '../settings';
import { columnsOf } from './columns';
import type { Estimates } from './estimates';
import type { CompareAnswer, CompareRequest, Differences } from './job';

/** Figures to compute: for each task the tables of the arms, null for none. */
export type Wanted = {
  readonly tasks: readonly {
    readonly task: string;
    readonly tables: readonly (DecisionTable | null)[];
  }[];
  readonly settings: Settings;
  /** Each arm's own figures. */
  readonly alone: boolean;
  /** Index of the arm that is subtracted from each; null for no differences. */
  readonly reference: number | null;
};

/** Figures of one task, arm by arm; `of`: what they were computed for. */
export type TaskFigures = {
  readonly of: Wanted;
  readonly values: readonly (Estimates | null)[];
  readonly differences: readonly (Differences | null)[];
};

export type TableStatisticsState = {
  readonly wanted: Wanted | null;
  readonly tasks: ReadonlyMap<string, TaskFigures>;
  readonly status: 'idle' | 'computing' | 'stopped' | 'failed';
  /** Why it failed. */
  readonly message: string;
};

/** How many tasks of the wanted table are computed. */
export function progressOf({ wanted, tasks }: TableStatisticsState): { done: number; of: number } {
  const done = wanted?.tasks.filter(({ task }) => tasks.get(task)?.of === wanted).length ?? 0;
  return { done, of: wanted?.tasks.length ?? 0 };
}

export type TableStatistics = {
  readonly store: StoreApi<TableStatisticsState>;
  /** Starts once nothing else was asked for `delay` milliseconds; what is under way for another table ends. */
  readonly ask: (wanted: Wanted) => void;
  readonly stop: () => void;
  /** Goes on with what is missing of the wanted table. */
  readonly resume: () => void;
};

function requestOf(
  { tables }: Wanted['tasks'][number],
  { settings, alone, reference }: Wanted,
): { request: CompareRequest; arms: readonly number[] } {
  const arms = tables.flatMap((table, arm) => (table === null ? [] : [arm]));
  const columns = columnsOf(
    arms.map((arm) => tables[arm]!),
    settings,
  );
  const { bins, binning, edges } = settings;
  const all = arms.map((_, i) => i);
  const against = reference === null ? -1 : arms.indexOf(reference);
  return {
    arms,
    request: {
      columns,
      binning: { bins, binning, edges },
      values: alone ? all : [],
      pairs: against < 0 ? [] : all.map((arm) => [arm, against] as const),
    },
  };
}

/** Computes tables of figures task by task through `compute`; the newest table wins. Never rejects. */
export function createTableStatistics(
  compute: Ask<CompareRequest, CompareAnswer>,
  delay = 200,
): TableStatistics {
  const store = createStore<TableStatisticsState>(() => ({
    wanted: null,
    tasks: new Map(),
    status: 'idle',
    message: '',
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The latest start: an earlier one ends at its next step. */
  let latest: object | null = null;

  const work = async (wanted: Wanted) => {
    const own = {};
    latest = own;
    const { tasks } = store.getState();
    try {
      for (const entry of wanted.tasks) {
        if (tasks.get(entry.task)?.of === wanted) continue;
        const { request, arms } = requestOf(entry, wanted);
        const answer = await compute(request);
        if (latest !== own) return;
        const place = <T>(list: readonly T[]) =>
          entry.tables.map((_, arm) => list[arms.indexOf(arm)] ?? null);
        const figures: TaskFigures = {
          of: wanted,
          values: place(answer.values),
          differences: place(answer.pairs),
        };
        store.setState((state) => ({ tasks: new Map(state.tasks).set(entry.task, figures) }));
      }
      store.setState({ status: 'idle' });
    } catch (error) {
      if (latest === own) store.setState({ status: 'failed', message: messageOf(error) });
    }
  };
  const start = (wanted: Wanted, after: number) => {
    clearTimeout(timer);
    latest = null;
    store.setState({ wanted, status: 'computing' });
    timer = setTimeout(() => void work(wanted), after);
  };
  return {
    store,
    ask: (wanted) => start(wanted, delay),
    stop: () => {
      clearTimeout(timer);
      latest = null;
      if (store.getState().status === 'computing') store.setState({ status: 'stopped' });
    },
    resume: () => {
      const { wanted } = store.getState();
      if (wanted !== null) start(wanted, 0);
    },
  };
}
