import { useStore } from 'zustand';
import type { CollectRun } from '../../state/collect/collectRun';
import { createWorkbench, type Workbench, type WorkbenchState } from '../../state/collect/workbench';
import { perExplorer } from '../../state/diagnose/job';
import type { HubState } from '../../state/collect/hubStore';
import type { EndpointState } from '../../state/endpointStore';
import { useExplorer } from '../context';

/** Models and tasks of the user's own, made when they are first asked for; they outlive the panel. */
export const workbenchOf = perExplorer(createWorkbench);

export function useWorkbench(): Workbench {
  return workbenchOf(useExplorer());
}

export function useWorkbenchState<T>(select: (state: WorkbenchState) => T): T {
  return useStore(useWorkbench().store, select);
}

export function useEndpoint(): EndpointState {
  return useStore(useWorkbench().endpoint.store);
}

export function useHub(): HubState {
  return useStore(useWorkbench().hub.store);
}

export function useRun(): CollectRun | null {
  return useStore(useWorkbench().collector.store, ({ run }) => run);
}
