import type { Dtype } from '../inference/engine';
import { armTitle } from '../strings/arms';
import { CONTROL_STRINGS } from '../strings/controls';
import { useLocale, useNumbers, useStrings } from '../strings/language';
import { taskName } from '../strings/tasks';
import type { Choice } from '../state/explorerState';
import { findTask } from '../tasks';
import { useExplorer, useExplorerState } from './context';
import styles from './fields.module.css';

/** Which model, weights and task; how tokens are drawn. */
export function ChoicePicker() {
  const { choose } = useExplorer();
  const { choice: strings } = useStrings(CONTROL_STRINGS);
  const { megabytes } = useNumbers();
  const locale = useLocale();
  const catalogue = useExplorerState((state) => state.catalogue);
  const choice = useExplorerState((state) => state.choice);
  const model = catalogue?.models.find(({ name }) => name === choice.model);
  const change = (part: Partial<Choice>) => void choose(part);
  return (
    <div className={styles.fields}>
      <label>
        {strings.model}
        <select
          value={choice.model}
          disabled={catalogue === null}
          onChange={(event) => change({ model: event.target.value })}
        >
          {catalogue?.models.map(({ name, arm, title, parameters, own }) => (
            <option key={name} value={name}>
              {own
                ? title
                : `${armTitle(locale, { arm, title })} · ${strings.parameters(parameters / 1e6)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        {strings.task}
        <select value={choice.task} onChange={(event) => change({ task: event.target.value })}>
          {(model?.tasks ?? [choice.task]).map((name) => (
            <option key={name} value={name}>
              {taskName(locale, name, findTask(name)?.title ?? name)}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.pair}>
        <label>
          {strings.weights}
          <select
            value={choice.dtype}
            disabled={model?.own === true}
            onChange={(event) => change({ dtype: event.target.value as Dtype })}
          >
            {model?.dtypes.map(({ name, bytes }) => (
              <option key={name} value={name}>
                {model.own ? strings.connected : `${strings.dtypes[name]} · ${megabytes(bytes)}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {strings.decoding}
          <select
            value={choice.mode}
            onChange={(event) => change({ mode: event.target.value as Choice['mode'] })}
          >
            <option value="greedy">{strings.modes.greedy}</option>
            <option value="sample">{strings.modes.sample}</option>
          </select>
        </label>
      </div>
    </div>
  );
}
