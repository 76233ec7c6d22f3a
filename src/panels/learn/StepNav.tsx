import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { STEPS, type StepName } from '../../state/view/learn';
import { useExplorer } from '../context';
import { useOpenStep } from './useOpenStep';
import styles from './step.module.css';
import shared from '../panels.module.css';

type Props = {
  readonly step: StepName;
  readonly answered: boolean;
  readonly onView: () => void;
};

/** The way to the step before and after, and back to the view that belongs to this one. */
export function StepNav({ step, answered, onView }: Props) {
  const { view } = useExplorer();
  const strings = useStrings(LEARN_STRINGS);
  const hidden = useStore(view, ({ learn }) => learn.hide.includes('steps'));
  const open = useOpenStep();
  const at = STEPS.indexOf(step);
  const [before, next] = [STEPS[at - 1], STEPS[at + 1]];
  const cover = () => view.change('learn', { step: null });
  return (
    <div className={styles.nav}>
      <button type="button" onClick={onView}>
        {strings.view}
      </button>
      {!hidden && (
        <span>
          {before !== undefined && (
            <button type="button" onClick={() => void open(before)}>
              {strings.back}
            </button>
          )}
          {next !== undefined && (
            <button type="button" onClick={cover}>
              {strings.cover}
            </button>
          )}
          <button
            type="button"
            className={answered ? shared.primary : undefined}
            onClick={next === undefined ? cover : () => void open(next)}
          >
            {next === undefined ? strings.finish : strings.next}
          </button>
        </span>
      )}
    </div>
  );
}
