import { createStore, type StoreApi } from 'zustand/vanilla';
import { COMPARE } from './compare';
import { DIAGNOSE } from './diagnose';
import { DEFER } from './defer';
import { EMBED } from './embed';
import { LANGUAGE } from './language';
import { LEARN } from './learn';
import { PAGE } from './page';
import { PUBLISHED } from './published';
import type { Slice } from './slice';

/** Every slice of the view; a panel with a view of its own adds it here. */
const SLICES = {
  page: PAGE,
  language: LANGUAGE,
  compare: COMPARE,
  diagnose: DIAGNOSE,
  defer: DEFER,
  embed: EMBED,
  learn: LEARN,
  published: PUBLISHED,
};

type Slices = typeof SLICES;
type ValueOf<S> = S extends Slice<infer T> ? T : never;

/** What the panels show beside data and settings, and which of them is open. */
export type View = { readonly [Name in keyof Slices]: ValueOf<Slices[Name]> };

const NAMES = Object.keys(SLICES) as (keyof Slices)[];

function eachSlice<R>(action: (name: keyof Slices, slice: Slice<unknown>) => R): R[] {
  return NAMES.map((name) => action(name, SLICES[name] as Slice<unknown>));
}

export const INITIAL_VIEW = Object.fromEntries(
  eachSlice((name, { initial }) => [name, initial]),
) as View;

/** The link's fields of a view, defaults left out. */
export function writeView(view: View): Readonly<Record<string, string | undefined>> {
  return Object.assign({}, ...eachSlice((name, slice) => slice.write(view[name]))) as Record<
    string,
    string | undefined
  >;
}

/** The view of a link's fields. Never throws. */
export function readView(fields: URLSearchParams): View {
  return Object.fromEntries(eachSlice((name, slice) => [name, slice.read(fields)])) as View;
}

/** Does going from one view to the other deserve an entry in the history? */
export function isViewStep(from: View, to: View): boolean {
  return eachSlice((name, slice) => slice.isStep(from[name], to[name])).some(Boolean);
}

export type ViewStore = StoreApi<View> & {
  /** Changes some fields of one slice. */
  readonly change: <Name extends keyof View>(name: Name, change: Partial<View[Name]>) => void;
};

export function createView(): ViewStore {
  const store = createStore<View>(() => INITIAL_VIEW);
  return {
    ...store,
    change: (name, change) =>
      store.setState((view) => ({ ...view, [name]: { ...view[name], ...change } })),
  };
}
