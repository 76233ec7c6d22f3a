import { DEFER_STRINGS } from '../../strings/defer';
import { armTitle } from '../../strings/arms';
import { useLocale, useNumbers, useStrings } from '../../strings/language';
import { taskName } from '../../strings/tasks';
import { findTask } from '../../tasks';
import { CalibratorPicker } from '../CalibratorPicker';
import { useArmOf, useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import shared from '../panels.module.css';
import styles from './defer.module.css';

/** Which model on which task, under which calibrator; T and α as Explore has set them. */
export function DeferChoices() {
  const { choose } = useExplorer();
  const { choices: strings } = useStrings(DEFER_STRINGS);
  const { factor } = useNumbers();
  const locale = useLocale();
  const { temperature, scale } = useSettings();
  const catalogue = useExplorerState((state) => state.catalogue);
  const choice = useExplorerState((state) => state.choice);
  const model = catalogue?.models.find(({ name }) => name === choice.model);
  const open = (name: string) => {
    const next = catalogue?.models.find((entry) => entry.name === name);
    const kept = next?.dtypes.some((dtype) => dtype.name === choice.dtype) === true;
    void choose({ model: name, dtype: kept ? choice.dtype : 'q8' });
  };
  return (
    <div className={styles.choices}>
      <div className={shared.controls}>
        <label>
          {strings.model}
          <select value={choice.model} onChange={({ target }) => open(target.value)}>
            {catalogue?.models.map(({ name, title, arm }) => (
              <option key={name} value={name}>
                {armTitle(locale, { arm, title })}
              </option>
            ))}
          </select>
        </label>
        <label>
          {strings.task}
          <select
            value={choice.task}
            onChange={({ target }) => void choose({ task: target.value })}
          >
            {(model?.tasks ?? [choice.task]).map((name) => (
              <option key={name} value={name}>
                {taskName(locale, name, findTask(name)?.title ?? name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <CalibratorPicker arm={useArmOf(choice.model)} />
      <p className={shared.quiet}>
        <i>T</i> = {factor(temperature)}, <i>α</i> = {factor(scale)}, {strings.asSet}
      </p>
    </div>
  );
}
