import { DATA_STRINGS } from '../../strings/data';
import { useNumbers, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { useData, useDataState } from './useData';
import { size } from './size';
import styles from './data.module.css';

/** How far reading is, with a way to stop it; or why it failed. */
export function Reading() {
  const data = useData();
  const say = useSay();
  const { reading: strings } = useStrings(DATA_STRINGS);
  const numbers = useNumbers();
  const reading = useDataState((state) => state.reading);
  const error = useDataState((state) => state.error);
  if (error !== null)
    return (
      <p role="alert" className={styles.error}>
        {say(error)}
      </p>
    );
  if (reading === null) return null;
  const { name, bytes, total, rows } = reading;
  return (
    <div className={styles.reading}>
      <progress
        aria-label={strings.label(name)}
        {...(total !== null && total > 0 && { max: total, value: Math.min(bytes, total) })}
      />
      <span className={shared.quiet}>
        {(rows === null ? strings.fetching : strings.reading)(name, size(bytes, numbers))}
        {total !== null && strings.of(size(total, numbers))}
        {rows !== null && strings.records(rows)}
      </span>
      <button type="button" onClick={data.cancel}>
        {strings.cancel}
      </button>
    </div>
  );
}
