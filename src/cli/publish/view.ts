import { readLink, writeLink } from '../../state/link';
import { UsageError } from '../usage';

/**
 * The hash of a view that shows the published data, from a link or its part after “#”. Throws UsageError for what is
 * none.
 */
export function viewOf(link: string): string {
  const hash = link.includes('#') ? link.slice(link.indexOf('#') + 1) : link;
  const view = readLink(hash === '' ? 'v=1' : hash);
  if (view === null)
    throw new UsageError(
      `“${link}” is no link to a view: copy one from the page (Export, Copy link).`,
    );
  // What model or case of the page's own it names is not what is shown.
  const { settings, view: shown, bin } = view;
  return writeLink({
    settings,
    view: shown,
    origin: 'imported',
    ...(bin === undefined ? {} : { bin }),
  });
}
