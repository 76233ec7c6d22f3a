import { useStore } from 'zustand';
import type { CollectRun } from '../../state/collect/collector';
import { createWorkbench, type Workbench, type WorkbenchState } from '../../state/collect/workbench';
import { perExplorer } from '../../state/diagnose/job';
import type { HubState } from '../../state/collect/hubStore';
import type { EndpointState } from '../../state/endpointStore';
import { useExplorer } from '../context';

const workbenchOf = perExplorer(createWorkbench);

/** Models and tasks of the user's own, made when the panel is first opened; they outlive it. */
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
