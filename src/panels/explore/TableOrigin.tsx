import { shownTable } from '../../state/explorerState';
import { useExplorer, useExplorerState } from '../context';
import styles from './diagram.module.css';

/** Which decisions the diagram shows: the shipped ones or those of the latest run. */
export function TableOrigin() {
  const { setOrigin } = useExplorer();
  const origin = useExplorerState((state) => state.origin);
  const hasShipped = useExplorerState((state) => state.shipped !== null);
  const hasRun = useExplorerState((state) => state.run !== null);
  const table = useExplorerState(shownTable);
  const provenance =
    table === null
      ? ''
      : `${table.provenance.model} · ${table.provenance.dtype} · ${table.provenance.backend}`;
  if (!hasRun || !hasShipped) return <p className={styles.provenance}>{provenance}</p>;
  return (
    <div className={styles.origin} role="radiogroup" aria-label="Decisions shown">
      {(['shipped', 'run'] as const).map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="origin"
            checked={origin === value}
            onChange={() => setOrigin(value)}
          />
          {value === 'shipped' ? 'shipped table' : 'your run'}
        </label>
      ))}
      <span className={styles.provenance}>{provenance}</span>
    </div>
  );
}
