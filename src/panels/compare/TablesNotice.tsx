import type { TablesState } from '../../state/compare/tables';
import shared from '../panels.module.css';

type Props = { readonly files: TablesState['files']; readonly retry: () => void };

/** How many decision tables are still on their way, and which could not be fetched. */
export function TablesNotice({ files, retry }: Props) {
  const all = [...files.values()];
  const failed = all.flatMap((file) => (file.status === 'failed' ? [file.message] : []));
  const ready = all.filter(({ status }) => status === 'ready').length;
  if (failed.length > 0)
    return (
      <div className={shared.error} role="alert">
        <span>
          {failed.length} of {all.length} decision tables could not be fetched. {failed[0]}
        </span>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </div>
    );
  if (ready === all.length) return null;
  return (
    <p className={shared.quiet} role="status">
      Fetching decision tables: {ready} of {all.length}
    </p>
  );
}
