import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { STEPS, type StepName } from '../../state/view/learn';
import { useExplorer } from '../context';
import { progressOf } from './stores';
import { useOpenStep } from './useOpenStep';
import styles from './step.module.css';

/** The steps as a row of numbers. */
export function StepList({ current }: { readonly current: StepName }) {
  const strings = useStrings(LEARN_STRINGS);
  const { answers } = useStore(progressOf(useExplorer()).store);
  const open = useOpenStep();
  return (
    <nav aria-label={strings.steps}>
      <ol className={styles.numbers}>
        {STEPS.map((step, i) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === current ? 'step' : undefined}
              aria-label={`${i + 1}, ${strings.course[step].title}${answers[step] === undefined ? '' : `, ${strings.done}`}`}
              title={strings.course[step].title}
              data-done={answers[step] !== undefined || undefined}
              onClick={() => void open(step)}
            >
              {i + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
