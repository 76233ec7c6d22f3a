import { useState } from 'react';
import { taskTitle } from '../../state/compare/grid';
import { SHIPPED_SEED } from '../../state/subject';
import { useEngineState, useExplorer, useExplorerState } from '../context';
import { duration, factor } from '../numbers';
import shared from '../panels.module.css';

const COUNTS = [100, 200, 500, 1000, 2000];

type Props = {
  /** What to run: the model and task of the other side. */
  readonly model: string;
  readonly dtype: string;
  readonly task: string;
};

function Progress() {
  const { stop } = useExplorer();
  const run = useExplorerState((state) => state.run);
  const engine = useEngineState();
  if (engine.status === 'loading' || run === null)
    return <p className={shared.quiet}>Loading the model …</p>;
  return (
    <div className={shared.quiet}>
      <progress aria-label="Run" value={run.done} max={run.total} />
      {run.done} of {run.total} cases
      {run.secondsLeft === null ? '' : ` · ${duration(run.secondsLeft)} left`}{' '}
      <button type="button" onClick={stop}>
        Cancel run
      </button>
    </div>
  );
}

/** Makes the run that a side of the overlay shows: sampled reasoning on the cases of the shipped table. */
export function RunOffer({ model, dtype, task }: Props) {
  const { choose, runCases, settings } = useExplorer();
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
        Cases
        <select value={count} onChange={({ target }) => setCount(Number(target.value))}>
          {COUNTS.map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => void start()}>
        {table === null ? 'Sample the reasoning' : 'Sample again'}
      </button>
      <p className={shared.quiet}>
        {table === null && 'There is no run yet. '}
        {about?.title ?? model} reasons about the first {count} shipped cases of {taskTitle(task)}{' '}
        in your browser, its tokens sampled at T = {factor(settings.getState().temperature)}, and
        decides anew. Any other run that you make in Explore can stand here too.
      </p>
    </div>
  );
}
