import type { ExplorerState } from './explorerState';
import { readLink, writeLink } from './link';
import type { Settings } from './settings';
import { indexOfSubject, SHIPPED_SEED } from './subject';
import { isViewStep, type View } from './view/view';

/** The hash that restores what is shown. A typed prompt and a run of one's own are not in it. */
export function linkOf(state: ExplorerState, settings: Settings, view: View): string {
  const { choice, subject, selectedBin } = state;
  const shipped = subject.id.startsWith(`${choice.task}-${SHIPPED_SEED}-`);
  const caseIndex = shipped ? indexOfSubject(subject) : null;
  return writeLink({
    ...choice,
    ...(caseIndex === null ? {} : { caseIndex }),
    ...(selectedBin === null ? {} : { bin: selectedBin }),
    ...(state.origin === 'imported' || state.awaited ? { origin: 'imported' as const } : {}),
    settings,
    view,
  });
}

/** Does going from one hash to the other deserve an entry in the history? Sliders and bins do not. */
export function isStep(from: string, to: string): boolean {
  const [a, b] = [readLink(from), readLink(to)];
  if (a === null || b === null) return false;
  if (isViewStep(a.view, b.view)) return true;
  return (['model', 'task', 'dtype', 'mode', 'caseIndex'] as const).some(
    (key) => a[key] !== b[key],
  );
}
