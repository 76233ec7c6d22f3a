import type { Trace } from '../../traces/trace';
import type { RunSpec } from '../run';

/** Form of what is kept; another form, of an older or newer page, is not shown. */
export const KEPT_VERSION = 1;

/** A run whose finished traces are kept, with what it was. `end` is null while it runs, and stays so when it was interrupted. */
export type KeptRun<Spec = RunSpec> = {
  readonly version: number;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly spec: Spec;
  readonly end: 'complete' | 'stopped' | null;
};

/** Where runs and their traces are kept. Every method rejects with what the browser's storage says. */
export type RunStore<Spec = RunSpec, Item = Trace> = {
  readonly put: (run: KeptRun<Spec>) => Promise<void>;
  readonly append: (id: string, traces: readonly Item[]) => Promise<void>;
  /** All runs with the number of traces kept of each. */
  readonly list: () => Promise<readonly { readonly run: KeptRun<Spec>; readonly done: number }[]>;
  readonly traces: (id: string) => Promise<readonly Item[]>;
  /** Drops a run and its traces. */
  readonly remove: (id: string) => Promise<void>;
};
