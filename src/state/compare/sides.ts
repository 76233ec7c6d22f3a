import type { Catalogue, ModelEntry, TableEntry } from '../catalogue';
import type { Choice } from '../explorerState';

/** One side of the overlay: a shipped table, or the decisions of the user's latest run. */
export type Side =
  { readonly kind: 'shipped'; readonly entry: TableEntry } | { readonly kind: 'run' };

/** How a side is written in the link: `rlvr.q8.clinic`, or `run`. */
export function writeSide(side: Side): string {
  if (side.kind === 'run') return 'run';
  const { model, dtype, task } = side.entry;
  return `${model}.${dtype}.${task}`;
}

/** The side that a link names, or null where the catalogue has no such table. */
export function parseSide(text: string | null, { tables }: Catalogue): Side | null {
  if (text === 'run') return { kind: 'run' };
  const entry = tables.find((e) => `${e.model}.${e.dtype}.${e.task}` === text);
  return entry === undefined ? null : { kind: 'shipped', entry };
}

/** The table of a model on a task: with these weights where they are shipped, else the first. */
export function nearestEntry(
  { tables }: Catalogue,
  model: string,
  task: string,
  dtype: string,
): TableEntry | null {
  const all = tables.filter((entry) => entry.model === model);
  const own = all.filter((entry) => entry.task === task);
  const pool = own.length > 0 ? own : all;
  return pool.find((entry) => entry.dtype === dtype) ?? pool[0] ?? null;
}

/**
 * The two sides where the view leaves them open: what is chosen on the page, against the first model that is another one, on
 * the same task. Null where nothing is shipped.
 */
export function sidesOf(
  view: { readonly a: string | null; readonly b: string | null },
  catalogue: Catalogue,
  { model, dtype, task }: Pick<Choice, 'model' | 'dtype' | 'task'>,
): { readonly a: Side | null; readonly b: Side | null } {
  const shipped = (entry: TableEntry | null): Side | null =>
    entry === null ? null : { kind: 'shipped', entry };
  const a = parseSide(view.a, catalogue) ?? shipped(nearestEntry(catalogue, model, task, dtype));
  const given = parseSide(view.b, catalogue);
  if (given !== null) return { a, b: given };
  const taken = a?.kind === 'shipped' ? a.entry : { model, task };
  const other = catalogue.tables.find(
    (entry) => entry.task === taken.task && entry.model !== taken.model,
  );
  return { a, b: shipped(other ?? null) };
}

/** A pair worth overlaying, by name. */
export type Preset = { readonly name: string; readonly a: string; readonly b: string };

/** How pairs are named: models, and what each pair compares, its weights by the names of their types. */
export type PresetWords = {
  readonly title: (model: ModelEntry) => string;
  readonly weights: (model: string, small: string, fine: string) => string;
  readonly againstRun: (model: string) => string;
};

/**
 * Pairs that answer the questions people bring, of what is shipped for a task: 4-bit against the finest weights of the same
 * model, and greedy against the user's own run of the chosen model.
 */
export function presetsOf(
  { tables, models }: Catalogue,
  { model: chosen, dtype, task }: Pick<Choice, 'model' | 'dtype' | 'task'>,
  words: PresetWords,
): Preset[] {
  const title = (name: string) => {
    const model = models.find((entry) => entry.name === name);
    return model === undefined ? name : words.title(model);
  };
  const side = (entry: TableEntry) => writeSide({ kind: 'shipped', entry });
  const weights = models.flatMap(({ name }) => {
    const own = tables.filter((entry) => entry.model === name && entry.task === task);
    const small = own.find((entry) => entry.dtype === 'q4');
    const fine = ['fp32', 'q8'].flatMap((d) => own.find((entry) => entry.dtype === d) ?? [])[0];
    if (small === undefined || fine === undefined) return [];
    const label = words.weights(title(name), small.dtype, fine.dtype);
    return [{ name: label, a: side(small), b: side(fine) }];
  });
  const greedy = tables.find(
    (entry) => entry.model === chosen && entry.task === task && entry.dtype === dtype,
  );
  if (greedy === undefined) return weights;
  return [...weights, { name: words.againstRun(title(chosen)), a: 'run', b: side(greedy) }];
}
