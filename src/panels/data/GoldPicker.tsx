import type { OpenFile } from '../../state/import/data';
import { DATA_STRINGS } from '../../strings/data';
import { useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { useData } from './useData';
import styles from './data.module.css';

/** A list of gold options from a file of its own. */
export function GoldPicker({ gold }: { readonly gold: OpenFile['gold'] }) {
  const data = useData();
  const say = useSay();
  const { gold: strings } = useStrings(DATA_STRINGS);
  return (
    <>
      <label>
        {strings.file('{"id": "q1", "gold": "B"}')}
        <input
          type="file"
          aria-label={strings.label}
          accept=".jsonl,.ndjson,.json,.txt"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) void data.setGold(file);
            target.value = '';
          }}
        />
      </label>
      {gold !== null && (
        <div className={styles.reading}>
          <span className={shared.quiet}>
            {strings.about(gold.name, gold.cases)}
            {gold.badCount > 0 && strings.bad(gold.badCount, say(gold.bad[0]?.message ?? ''))}
          </span>
          <button type="button" onClick={() => void data.setGold(null)}>
            {strings.drop}
          </button>
        </div>
      )}
    </>
  );
}
