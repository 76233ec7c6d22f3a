import { PAGE_STRINGS } from '../strings/page';
import { useSay } from '../strings/messages';
import { useStrings } from '../strings/language';
import { useExplorer, useExplorerState } from './context';
import styles from './panels.module.css';

/** What went wrong last, until it is dismissed. */
export function ErrorNotice() {
  const { dismissError } = useExplorer();
  const { dismiss } = useStrings(PAGE_STRINGS);
  const say = useSay();
  const error = useExplorerState((state) => state.error);
  if (error === null) return null;
  return (
    <div role="alert" className={styles.error}>
      <span>{say(error)}</span>
      <button type="button" onClick={dismissError}>
        {dismiss}
      </button>
    </div>
  );
}
