import type { OpenFile } from '../../state/import/data';
import shared from '../panels.module.css';
import { useData } from './useData';
import styles from './data.module.css';

/** A list of gold options from a file of its own. */
export function GoldPicker({ gold }: { readonly gold: OpenFile['gold'] }) {
  const data = useData();
  return (
    <>
      <label>
        Gold file (JSONL), a line like {'{"id": "q1", "gold": "B"}'}
        <input
          type="file"
          aria-label="Gold file"
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
            {gold.name}: gold of {gold.cases} cases
            {gold.badCount > 0 && `, ${gold.badCount} bad lines. ${gold.bad[0]?.message ?? ''}`}
          </span>
          <button type="button" onClick={() => void data.setGold(null)}>
            Drop gold file
          </button>
        </div>
      )}
    </>
  );
}
