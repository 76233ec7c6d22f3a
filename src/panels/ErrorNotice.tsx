import { useExplorer, useExplorerState } from './context';
import styles from './panels.module.css';

/** What went wrong last, until it is dismissed. */
export function ErrorNotice() {
  const { dismissError } = useExplorer();
  const error = useExplorerState((state) => state.error);
  if (error === null) return null;
  return (
    <div role="alert" className={styles.error}>
      <span>{error}</span>
      <button type="button" onClick={dismissError}>
        Dismiss
      </button>
    </div>
  );
}
