/** A value with what it was before and what was undone of it. Undo and redo walk; a new value drops what was undone. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
};

/** Steps that can be undone at most. */
const MOST = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A new value; the same one again is no step. */
export function record<T>({ past, present, future }: History<T>, next: T): History<T> {
  if (next === present) return { past, present, future };
  return { past: [...past, present].slice(-MOST), present: next, future: [] };
}

/** One step back; unchanged where there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };
}

/** One undone step again; unchanged where there is none. */
export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0]!, future: future.slice(1) };
}
