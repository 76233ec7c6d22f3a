import { useId } from 'react';
import {
  editSubject,
  indexOfSubject,
  sampleSubject,
  SHIPPED_SEED,
  subjectProblem,
} from '../../state/subject';
import { useExplorer, useExplorerState } from '../context';
import styles from './explore.module.css';

/** Cases that shuffling and stepping choose from: those of the shipped tables. */
const CASES = 2000;

/** The case: step, shuffle, edit or type one's own; generate and stop. */
export function CaseEditor() {
  const { show, showCase, generate, stop } = useExplorer();
  const subject = useExplorerState((state) => state.subject);
  const task = useExplorerState((state) => state.choice.task);
  const work = useExplorerState((state) => state.work);
  const problemId = useId();
  const index = indexOfSubject(subject);
  const problem = subjectProblem(subject);
  const pick = (next: number) =>
    Number.isInteger(next) &&
    void show(sampleSubject(task, SHIPPED_SEED, ((next % CASES) + CASES) % CASES));
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <label className={styles.caseName}>
          {index === null ? 'Edited case' : 'Case'}
          {index !== null && (
            <input
              type="number"
              aria-label="Case number"
              min={1}
              max={CASES}
              value={index + 1}
              onChange={({ target }) => target.value !== '' && pick(Number(target.value) - 1)}
            />
          )}
        </label>
        <button type="button" onClick={() => pick((index ?? 0) - 1)} aria-label="Previous case">
          ←
        </button>
        <button type="button" onClick={() => pick((index ?? -1) + 1)} aria-label="Next case">
          →
        </button>
        <button type="button" onClick={() => pick(Math.floor(Math.random() * CASES))}>
          Shuffle
        </button>
        {subject.edited && (
          <button type="button" onClick={() => void showCase(subject.id)}>
            Undo edits
          </button>
        )}
      </div>
      <label>
        Prompt
        <textarea
          rows={Math.min(16, subject.prompt.split('\n').length + 4)}
          value={subject.prompt}
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={problemId}
          onChange={(event) => void show(editSubject(subject, event.target.value))}
        />
      </label>
      <p id={problemId} className={styles.problem}>
        {problem}
      </p>
      {subject.edited && (
        <label>
          Gold option
          <select
            value={subject.gold}
            onChange={(event) => void show({ ...subject, gold: Number(event.target.value) })}
          >
            <option value={-1}>not known</option>
            {subject.labels.map((label, i) => (
              <option key={label} value={i}>
                {label} · {subject.optionTexts[i]}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={styles.row}>
        <button
          type="button"
          className={styles.primary}
          disabled={problem !== null || work === 'run'}
          onClick={() => void generate()}
        >
          Generate
        </button>
        <button type="button" disabled={work === 'none'} onClick={stop}>
          Stop
        </button>
      </div>
    </div>
  );
}
