import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bin } from '../../calibration/bins';
import type { DecisionTable } from '../../traces/decisionTable';
import { reliability } from '../reliability';
import type { Settings } from '../settings';

/** What a cell of the grid shows. */
export type Cell = {
  readonly n: number;
  readonly bins: readonly Bin[];
  readonly ece: number;
  readonly accuracy: number;
  readonly meanConfidence: number;
};

/** Cells by key; `pending` of them still show former settings. */
export type CellsState = { readonly values: ReadonlyMap<string, Cell>; readonly pending: number };

export type Cells = {
  readonly store: StoreApi<CellsState>;
  readonly put: (key: string, table: DecisionTable) => void;
  readonly apply: (settings: Settings) => void;
  /** Cells on the screen come first. */
  readonly see: (key: string, visible: boolean) => void;
  /** Until the next `put` or `apply`. */
  readonly stop: () => void;
};

/** When to work, and for how many milliseconds of a frame. */
export type Frames = {
  readonly request: (work: () => void) => number;
  readonly cancel: (handle: number) => void;
  readonly now: () => number;
  readonly budget: number;
};

/** The numbers of a cell: those of Explore to the last bit. */
export const cellOf = (table: DecisionTable, settings: Settings): Cell =>
  reliability(table, settings);

/**
 * Keeps many cells in step with the settings: in each frame as many as the budget allows (one at least), visible ones first
 * and alone while the sliders move, among them those that waited longest.
 */
export function createCells(settings: Settings, frames: Frames): Cells {
  const store = createStore<CellsState>(() => ({ values: new Map(), pending: 0 }));
  const tables = new Map<string, DecisionTable>();
  const seen = new Set<string>();
  /** When each cell was last computed, in passes; a cell that waits for its turn is in `stale`. */
  const doneIn = new Map<string, number>();
  const stale = new Set<string>();
  let wanted = settings;
  /** Did the settings change since the last frame? */
  let moving = false;
  let pass = 0;
  let handle: number | null = null;

  const turn = (key: string) => (seen.has(key) ? 0 : 1e9) + (doneIn.get(key) ?? -1);
  const work = () => {
    handle = null;
    const start = frames.now();
    const values = new Map(store.getState().values);
    pass++;
    const waiting = [...stale].sort((a, b) => turn(a) - turn(b));
    const visible = waiting.filter((key) => seen.has(key));
    const due = moving && visible.length > 0 ? visible : waiting;
    moving = false;
    for (const key of due) {
      values.set(key, cellOf(tables.get(key)!, wanted));
      doneIn.set(key, pass);
      stale.delete(key);
      if (frames.now() - start >= frames.budget) break;
    }
    store.setState({ values, pending: stale.size });
    schedule();
  };
  const schedule = () => {
    if (stale.size > 0) handle ??= frames.request(work);
  };
  return {
    store,
    put: (key, table) => {
      if (tables.get(key) !== table) stale.add(key);
      tables.set(key, table);
      schedule();
    },
    apply: (next) => {
      if (next !== wanted) {
        moving = true;
        for (const key of tables.keys()) stale.add(key);
      }
      wanted = next;
      store.setState({ pending: stale.size });
      schedule();
    },
    see: (key, visible) => {
      if (visible) seen.add(key);
      else seen.delete(key);
    },
    stop: () => {
      if (handle !== null) frames.cancel(handle);
      handle = null;
    },
  };
}
