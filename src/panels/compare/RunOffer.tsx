import { useState } from 'react';
import { SHIPPED_SEED } from '../../state/subject';
import { useEngineState, useExplorer, useExplorerState } from '../context';
import shared from '../panels.module.css';
import { useWords } from './useWords';

const COUNTS = [100, 200, 500, 1000, 2000];

type Props = {
  /** What to run: the model and task of the other side. */
  readonly model: string;
  readonly dtype: string;
  readonly task: string;
};

function Progress() {
  const { stop } = useExplorer();
  const { strings: all, duration } = useWords();
  const { run: strings } = all;
  const run = useExplorerState((state) => state.run);
  const engine = useEngineState();
  if (engine.status === 'loading' || run === null)
    return <p className={shared.quiet}>{strings.loading}</p>;
  return (
    <div className={shared.quiet}>
      <progress aria-label={strings.label} value={run.done} max={run.total} />
      {strings.done(run.done, run.total)}
      {run.secondsLeft === null ? '' : strings.left(duration(run.secondsLeft))}{' '}
      <button type="button" onClick={stop}>
        {strings.cancel}
      </button>
    </div>
  );
}

/** Makes the run that a side of the overlay shows: sampled reasoning on the cases of the shipped table. */
export function RunOffer({ model, dtype, task }: Props) {
  const { choose, runCases, settings } = useExplorer();
  const { strings: all, factor, modelTitle, taskTitle } = useWords();
  const { run: strings } = all;
  const catalogue = useExplorerState((state) => state.catalogue);
  const running = useExplorerState((state) => state.work === 'run');
  const table = useExplorerState((state) => state.runTable);
  const [count, setCount] = useState(200);
  const about = catalogue?.models.find(({ name }) => name === model);
  const weights = about?.dtypes.find(({ name }) => name === dtype) ?? about?.dtypes[0];
  if (running) return <Progress />;
  if (weights === undefined) return null;
  const start = async () => {
    await choose({ model, dtype: weights.name, task, mode: 'sample' });
    await runCases(count, SHIPPED_SEED);
  };
  return (
    <div className={shared.controls}>
      <label>
        {strings.cases}
        <select value={count} onChange={({ target }) => setCount(Number(target.value))}>
          {COUNTS.map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => void start()}>
        {table === null ? strings.sample : strings.again}
      </button>
      <p className={shared.quiet}>
        {table === null && strings.none}{' '}
        {strings.about(
          about === undefined ? model : modelTitle(about),
          count,
          taskTitle(task),
          factor(settings.getState().temperature),
        )}
      </p>
    </div>
  );
}
