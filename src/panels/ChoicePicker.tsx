import type { Dtype } from '../inference/engine';
import type { Choice } from '../state/explorerState';
import { findTask } from '../tasks';
import { useExplorer, useExplorerState } from './context';
import { megabytes } from './numbers';
import styles from './fields.module.css';

const WEIGHTS: Readonly<Record<Dtype, string>> = { fp32: '32-bit', q8: '8-bit', q4: '4-bit' };

/** Which model, weights and task; how tokens are drawn. */
export function ChoicePicker() {
  const { choose } = useExplorer();
  const catalogue = useExplorerState((state) => state.catalogue);
  const choice = useExplorerState((state) => state.choice);
  const model = catalogue?.models.find(({ name }) => name === choice.model);
  const change = (part: Partial<Choice>) => void choose(part);
  return (
    <div className={styles.fields}>
      <label>
        Model
        <select
          value={choice.model}
          disabled={catalogue === null}
          onChange={(event) => change({ model: event.target.value })}
        >
          {catalogue?.models.map(({ name, title, parameters, own }) => (
            <option key={name} value={name}>
              {own ? title : `${title} · ${(parameters / 1e6).toFixed(1)} M parameters`}
            </option>
          ))}
        </select>
      </label>
      <label>
        Task
        <select value={choice.task} onChange={(event) => change({ task: event.target.value })}>
          {(model?.tasks ?? [choice.task]).map((name) => (
            <option key={name} value={name}>
              {findTask(name)?.title ?? name}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.pair}>
        <label>
          Weights
          <select
            value={choice.dtype}
            disabled={model?.own === true}
            onChange={(event) => change({ dtype: event.target.value as Dtype })}
          >
            {model?.dtypes.map(({ name, bytes }) => (
              <option key={name} value={name}>
                {model.own ? 'as connected' : `${WEIGHTS[name]} · ${megabytes(bytes)}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          Decoding
          <select
            value={choice.mode}
            onChange={(event) => change({ mode: event.target.value as Choice['mode'] })}
          >
            <option value="greedy">greedy</option>
            <option value="sample">sampled</option>
          </select>
        </label>
      </div>
    </div>
  );
}
