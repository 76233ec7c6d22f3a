import type { Explorer } from '../state/explorer';
import { readLink } from '../state/link';
import { isStep, linkOf } from '../state/linkOf';

/** Milliseconds that a slider must rest before the address changes: browsers limit how often it may. */
const REST = 250;

/**
 * Opens the page on the address's hash, then keeps both in step: a choice is an entry of the history, a slider replaces
 * it; back and forward restore. Settles when the page is open.
 */
export function syncLink(explorer: Explorer, window: Window): Promise<void> {
  const { store, settings, view } = explorer;
  let timer: number | undefined;
  let written = window.location.hash.slice(1);
  const here = () => linkOf(store.getState(), settings.getState(), view.getState());
  const put = (next: string, step: boolean) => {
    if (next === written) return;
    written = next;
    window.history[step ? 'pushState' : 'replaceState'](null, '', `#${next}`);
  };
  const write = () => {
    const next = here();
    // Inside another page a step would be one of that page's history.
    put(next, view.getState().embed.parts === null && isStep(written, next));
  };
  let stepping = false;
  const writeIn = (delay: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      stepping = false;
      write();
    }, delay);
  };
  const later = () => {
    // A step enters the history with the end of the action, lest a quick “back” skips it.
    stepping = isStep(written, here());
    writeIn(stepping ? 0 : REST);
  };
  /** A slider is no step, and moves in every frame: nothing is written or compared until it rests. */
  const atRest = () => {
    if (!stepping) writeIn(REST);
  };
  const restore = () => {
    window.clearTimeout(timer);
    stepping = false;
    written = window.location.hash.slice(1);
    const view = readLink(written);
    if (view !== null) void explorer.restore(view);
  };
  return explorer.open(readLink(window.location.hash)).then(() => {
    store.subscribe(later);
    settings.subscribe(atRest);
    view.subscribe(later);
    window.addEventListener('popstate', restore);
    // What the link left out is no step that the reader took.
    put(here(), false);
  });
}
