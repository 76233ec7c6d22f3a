import { useState } from 'react';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { COURSE } from '../../state/learn/course';
import { sceneView } from '../../state/learn/learn';
import { writeLink } from '../../state/link';
import { LEARN_CONTROLS, STEPS, type LearnControl, type StepName } from '../../state/view/learn';
import { INITIAL_VIEW } from '../../state/view/view';
import { useExplorer } from '../context';
import styles from './class.module.css';
import shared from '../panels.module.css';

/** Makes the link that a class opens: at a step, with some controls hidden. */
export function TeachersLink() {
  const explorer = useExplorer();
  const { class: strings, course } = useStrings(LEARN_STRINGS);
  const [step, setStep] = useState<StepName | null>('confidence');
  const [hide, setHide] = useState<readonly LearnControl[]>([]);
  const [said, setSaid] = useState('');
  const linked = sceneView(explorer, step, COURSE[step ?? STEPS[0]].opens);
  const { language } = linked.view;
  const view = {
    ...INITIAL_VIEW,
    language,
    page: { ...INITIAL_VIEW.page, panel: 'learn' as const },
    learn: { step, hide: LEARN_CONTROLS.filter((name) => hide.includes(name)) },
  };
  const address = `${location.href.replace(/#.*$/s, '')}#${writeLink({ ...linked, view })}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid(strings.copied);
    } catch {
      setSaid(strings.uncopied);
    }
  };
  return (
    <details className={shared.details}>
      <summary>{strings.link}</summary>
      <div className={styles.link}>
        <label>
          {strings.opensAt}{' '}
          <select
            value={step ?? ''}
            onChange={({ target }) => setStep(STEPS.find((name) => name === target.value) ?? null)}
          >
            <option value="">{strings.cover}</option>
            {STEPS.map((name, i) => (
              <option key={name} value={name}>
                {i + 1} · {course[name].title}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{strings.hides}</legend>
          {LEARN_CONTROLS.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={hide.includes(name)}
                onChange={({ target }) =>
                  setHide(target.checked ? [...hide, name] : hide.filter((one) => one !== name))
                }
              />{' '}
              {strings.controls[name]}
            </label>
          ))}
        </fieldset>
        <input
          readOnly
          aria-label={strings.address}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" onClick={() => void copy()}>
          {strings.copy}
        </button>
        <p role="status" className={shared.quiet}>
          {said}
        </p>
      </div>
    </details>
  );
}
