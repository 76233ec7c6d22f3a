import { useStore, type StoreApi } from 'zustand';
import type { JobState } from '../../state/diagnose/job';
import { caseKey } from '../../state/diagnose/ownTrace';
import { subjectFault } from '../../state/subject';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { useExplorerState } from '../context';

/** A job on the case on the bench: whether its result is about that case, and whether another can be started. */
export function useCaseJob<T>(store: StoreApi<JobState<T>>): {
  readonly job: JobState<T>;
  readonly current: boolean;
  readonly running: boolean;
  /** Why the case cannot be run, or null. */
  readonly problem: string | null;
} {
  const job = useStore(store);
  const key = useExplorerState(caseKey);
  const subject = useExplorerState((state) => state.subject);
  const fault = subjectFault(subject);
  const { problems } = useStrings(EXPLORE_STRINGS).editor;
  const current = job.key === key;
  return {
    job,
    current,
    running: current && job.status === 'running',
    problem: fault === null ? null : problems[fault],
  };
}
