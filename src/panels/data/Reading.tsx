import shared from '../panels.module.css';
import { useData, useDataState } from './useData';
import { size } from './size';
import styles from './data.module.css';

/** How far reading is, with a way to stop it; or why it failed. */
export function Reading() {
  const data = useData();
  const reading = useDataState((state) => state.reading);
  const error = useDataState((state) => state.error);
  if (error !== null)
    return (
      <p role="alert" className={styles.error}>
        {error}
      </p>
    );
  if (reading === null) return null;
  const { name, bytes, total, rows } = reading;
  return (
    <div className={styles.reading}>
      <progress
        aria-label={`Reading ${name}`}
        {...(total !== null && total > 0 && { max: total, value: Math.min(bytes, total) })}
      />
      <span className={shared.quiet}>
        {rows === null ? 'Fetching' : 'Reading'} {name}: {size(bytes)}
        {total !== null && ` of ${size(total)}`}
        {rows !== null && ` · ${rows.toLocaleString('en')} records`}
      </span>
      <button type="button" onClick={data.cancel}>
        Cancel
      </button>
    </div>
  );
}
