import { megabytes } from '../numbers';
import shared from '../panels.module.css';
import styles from './models.module.css';
import { useHub, useWorkbench } from './useWorkbench';

/** Models of the Hub whose files this browser keeps, with their sizes; each can be deleted. */
export function KeptModels() {
  const { hub } = useWorkbench();
  const { kept } = useHub();
  if (kept === null || kept.length === 0)
    return <p className={shared.quiet}>Fetched files are kept in this browser, and listed here.</p>;
  return (
    <div>
      <p className={shared.quiet}>
        Kept in this browser: {megabytes(kept.reduce((sum, { bytes }) => sum + bytes, 0))}
      </p>
      <ul className={styles.kept} aria-label="Kept models">
        {kept.map((model) => {
          const name = `${model.repo}@${model.revision}`;
          return (
            <li key={name}>
              <span>{name}</span>
              <span className={shared.quiet}>{megabytes(model.bytes)}</span>
              <button type="button" aria-label={`Delete ${name}`} onClick={() => void hub.forget(model)}>
                Delete
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
