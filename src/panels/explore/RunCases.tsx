import { SHIPPED_SEED } from '../../state/subject';
import { useExplorer, useExplorerState } from '../context';
import { CountSeed } from '../CountSeed';
import { duration } from '../numbers';
import styles from '../fields.module.css';
import shared from '../panels.module.css';

function Progress() {
  const run = useExplorerState((state) => state.run);
  const end = useExplorerState((state) => state.runEnd);
  const running = useExplorerState((state) => state.work === 'run');
  if (run === null) return null;
  const left = running && run.secondsLeft !== null ? ` · ${duration(run.secondsLeft)} left` : '';
  const state = running
    ? ''
    : end === 'complete'
      ? ' · complete'
      : ' · stopped, what is done is kept';
  return (
    <div className={shared.quiet}>
      <progress aria-label="Run" value={run.done} max={run.total} />
      {run.done} of {run.total} cases · {Math.round(run.tokensPerSecond)} tokens/s
      {left}
      {state}
    </div>
  );
}

/** A batch of cases through the model; the diagram grows while it runs. */
export function RunCases() {
  const { runCases, stop } = useExplorer();
  const running = useExplorerState((state) => state.work === 'run');
  return (
    <div className={styles.fields}>
      <CountSeed
        name="Number of cases"
        count={200}
        most={2000}
        seed={SHIPPED_SEED}
        disabled={running}
        verb={() => 'Run cases'}
        onRun={(count, seed) => void runCases(count, seed)}
      >
        {running && (
          <button type="button" onClick={stop}>
            Cancel run
          </button>
        )}
      </CountSeed>
      <Progress />
    </div>
  );
}
