import type { Explorer } from '../state/explorer';
import { readLink } from '../state/link';
import { linkOf } from '../state/linkOf';

/** Milliseconds without a change after which the view counts as settled. */
const REST = 400;
const MOST = 200;

/**
 * Ctrl/⌘ + Z takes back the last change of the view, with Shift (or Ctrl + Y) makes it again. Inside a text field the
 * field's own undo stays. A view is its link, so that what a link restores can be undone.
 */
export function installUndo(explorer: Explorer, window: Window): void {
  const { store, settings, view } = explorer;
  const here = () => linkOf(store.getState(), settings.getState(), view.getState());
  let past: string[] = [];
  let future: string[] = [];
  let settled = here();
  let timer: number | undefined;
  let restoring = false;
  const settle = () => {
    window.clearTimeout(timer);
    const next = here();
    if (restoring || next === settled) return;
    past = [...past, settled].slice(-MOST);
    future = [];
    settled = next;
  };
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(settle, REST);
  };
  const go = (from: string[], to: string[]) => {
    const target = from.pop();
    const linked = target === undefined ? null : readLink(target);
    if (target === undefined || linked === null) return;
    to.push(settled);
    restoring = true;
    void explorer.restore(linked).finally(() => {
      restoring = false;
      settled = here();
    });
  };
  for (const one of [store, settings, view]) one.subscribe(later);
  window.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches('textarea, input:not([type=range], [type=radio], [type=checkbox])');
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typing) return;
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    settle();
    if (redo) go(future, past);
    else go(past, future);
  });
}
