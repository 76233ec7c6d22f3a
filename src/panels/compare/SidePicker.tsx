import { ArmMark } from '../../charts/ArmMark';
import type { Catalogue } from '../../state/catalogue';
import { nearestEntry, writeSide, type Side } from '../../state/compare/sides';
import shared from '../panels.module.css';
import { useWords } from './useWords';
import styles from './overlay.module.css';

type Props = {
  readonly name: string;
  readonly second: boolean;
  readonly side: Side;
  readonly catalogue: Catalogue;
  /** Arm, model, weights and task that stand where the side is a run. */
  readonly fallback: { readonly model: string; readonly dtype: string; readonly task: string };
  readonly onPick: (side: string) => void;
};

const RUN = 'run';

/** Which decisions one side of the overlay shows: arm, task and weights of what is shipped, or the latest run. */
export function SidePicker({ name, second, side, catalogue, fallback, onPick }: Props) {
  const { strings: all, modelTitle, taskTitle } = useWords();
  const { overlay: strings } = all;
  const at = side.kind === 'shipped' ? side.entry : fallback;
  const { models, tables } = catalogue;
  const pick = (change: Partial<typeof fallback>) => {
    const next = { ...at, ...change };
    const entry = nearestEntry(catalogue, next.model, next.task, next.dtype);
    if (entry !== null) onPick(writeSide({ kind: 'shipped', entry }));
  };
  const own = tables.filter(({ model }) => model === at.model);
  const tasks = [...new Set(own.map(({ task }) => task))];
  const weights = own.filter(({ task }) => task === at.task);
  const arm = models.find((model) => model.name === at.model)?.arm ?? '';
  return (
    <fieldset className={styles.side}>
      <legend>
        <ArmMark arm={arm} hollow={second} />
        {name}
      </legend>
      <div className={shared.controls}>
        <label>
          {strings.decisionsOf}
          <select
            value={side.kind === 'run' ? RUN : at.model}
            onChange={({ target }) =>
              target.value === RUN ? onPick(RUN) : pick({ model: target.value })
            }
          >
            {models.map((model) => (
              <option key={model.name} value={model.name}>
                {modelTitle(model)}
              </option>
            ))}
            <option value={RUN}>{strings.latestRun}</option>
          </select>
        </label>
        {side.kind === 'shipped' && (
          <>
            <label>
              {strings.task}
              <select value={at.task} onChange={({ target }) => pick({ task: target.value })}>
                {tasks.map((task) => (
                  <option key={task} value={task}>
                    {taskTitle(task)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {strings.weightsField}
              <select value={at.dtype} onChange={({ target }) => pick({ dtype: target.value })}>
                {weights.map(({ dtype }) => (
                  <option key={dtype} value={dtype}>
                    {all.bits(dtype)}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </div>
    </fieldset>
  );
}
