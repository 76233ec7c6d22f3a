import type { TablesState } from '../../state/compare/tables';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { useWords } from './useWords';

type Props = { readonly files: TablesState['files']; readonly retry: () => void };

/** How many decision tables are still on their way, and which could not be fetched. */
export function TablesNotice({ files, retry }: Props) {
  const { strings } = useWords();
  const say = useSay();
  const all = [...files.values()];
  const failed = all.flatMap((file) => (file.status === 'failed' ? [file.message] : []));
  const ready = all.filter(({ status }) => status === 'ready').length;
  if (failed.length > 0)
    return (
      <div className={shared.error} role="alert">
        <span>{strings.tables.failed(failed.length, all.length, say(failed[0] ?? ''))}</span>
        <button type="button" onClick={retry}>
          {strings.again}
        </button>
      </div>
    );
  if (ready === all.length) return null;
  return (
    <p className={shared.quiet} role="status">
      {strings.tables.fetching(ready, all.length)}
    </p>
  );
}
