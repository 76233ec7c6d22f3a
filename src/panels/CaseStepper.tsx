import { CONTROL_STRINGS } from '../strings/controls';
import { useStrings } from '../strings/language';
import { indexOfSubject, sampleSubject, SHIPPED_SEED } from '../state/subject';
import { useExplorer, useExplorerState } from './context';
import styles from './fields.module.css';

/** Cases that shuffling and stepping choose from: those of the shipped tables. */
const CASES = 2000;

/** Which case is on the bench: by number, the one before or after, any. */
export function CaseStepper() {
  const { case: strings } = useStrings(CONTROL_STRINGS);
  const { show, showCase } = useExplorer();
  const subject = useExplorerState((state) => state.subject);
  const task = useExplorerState((state) => state.choice.task);
  const index = indexOfSubject(subject);
  const pick = (next: number) =>
    Number.isInteger(next) &&
    void show(sampleSubject(task, SHIPPED_SEED, ((next % CASES) + CASES) % CASES));
  return (
    <div className={styles.row}>
      <label className={styles.caseName}>
        {index === null ? strings.edited : strings.case}
        {index !== null && (
          <input
            type="number"
            aria-label={strings.number}
            min={1}
            max={CASES}
            value={index + 1}
            onChange={({ target }) => target.value !== '' && pick(Number(target.value) - 1)}
          />
        )}
      </label>
      <button type="button" onClick={() => pick((index ?? 0) - 1)} aria-label={strings.previous}>
        ←
      </button>
      <button type="button" onClick={() => pick((index ?? -1) + 1)} aria-label={strings.next}>
        →
      </button>
      <button type="button" onClick={() => pick(Math.floor(Math.random() * CASES))}>
        {strings.shuffle}
      </button>
      {subject.edited && (
        <button type="button" onClick={() => void showCase(subject.id)}>
          {strings.undo}
        </button>
      )}
    </div>
  );
}
