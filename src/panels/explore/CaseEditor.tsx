import { useId } from 'react';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { editSubject, subjectFault } from '../../state/subject';
import { CaseStepper } from '../CaseStepper';
import { useExplorer, useExplorerState } from '../context';
import styles from '../fields.module.css';
import shared from '../panels.module.css';

/** The case: step, shuffle, edit or type one's own; generate and stop. */
export function CaseEditor() {
  const { show, generate, stop } = useExplorer();
  const { editor: strings } = useStrings(EXPLORE_STRINGS);
  const subject = useExplorerState((state) => state.subject);
  const work = useExplorerState((state) => state.work);
  const problemId = useId();
  const fault = subjectFault(subject);
  const problem = fault === null ? null : strings.problems[fault];
  return (
    <div className={styles.fields}>
      <CaseStepper />
      <label>
        {strings.prompt}
        <textarea
          rows={Math.min(16, subject.prompt.split('\n').length + 4)}
          value={subject.prompt}
          spellCheck={false}
          lang="en"
          aria-invalid={problem !== null}
          aria-describedby={problemId}
          onChange={(event) => void show(editSubject(subject, event.target.value))}
        />
      </label>
      <p id={problemId} className={shared.problem}>
        {problem}
      </p>
      {subject.edited && (
        <label>
          {strings.gold}
          <select
            value={subject.gold}
            onChange={(event) => void show({ ...subject, gold: Number(event.target.value) })}
          >
            <option value={-1}>{strings.unknown}</option>
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
          className={shared.primary}
          disabled={problem !== null || work === 'run'}
          onClick={() => void generate()}
        >
          {strings.generate}
        </button>
        <button type="button" disabled={work === 'none'} onClick={stop}>
          {strings.stop}
        </button>
      </div>
    </div>
  );
}
