import type { Provenance, Trace } from '../../traces/trace';
import type { EndpointForm } from '../endpointStore';
import { createKeeper, type Keeper } from '../persistence/keeper';
import { createMemoryStore } from '../persistence/memoryStore';
import { createTabs } from '../persistence/tabs';
import type { RunStore } from '../persistence/keptRun';
import type { CollectSpec } from './form';
import type { HubForm } from './hubStore';

/** Where the model of a run is, to reach it again. A server's key is never among it. */
export type Reach =
  | { readonly kind: 'endpoint'; readonly form: EndpointForm }
  | { readonly kind: 'hub'; readonly form: HubForm }
  | { readonly kind: 'page' };

/** A run of collecting, with all that it takes to show it and to go on with it. */
export type CollectedSpec = {
  readonly title: string;
  readonly reach: Reach;
  readonly concurrency: number | null;
  readonly provenance: Provenance;
  readonly spec: CollectSpec;
};

/** A trace of such a run: its place among the run's, the trace as the page shows it, and its line of the file. */
export type CollectedTrace = {
  readonly place: number;
  readonly trace: Trace;
  readonly line: Blob;
};

export type CollectedKeeper = Keeper<CollectedSpec, CollectedTrace>;

export const placeOf = ({ place }: CollectedTrace): number => place;

/** Keeps collected traces; by default for as long as the page lives. */
export function keepCollected(
  runs: RunStore<CollectedSpec, CollectedTrace> = createMemoryStore(placeOf),
): CollectedKeeper {
  return createKeeper(runs, createTabs('calibration-explorer/collected/'));
}
