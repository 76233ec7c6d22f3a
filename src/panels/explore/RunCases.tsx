import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import { SHIPPED_SEED } from '../../state/subject';
import { useExplorer, useExplorerState } from '../context';
import { CountSeed } from '../CountSeed';
import styles from '../fields.module.css';
import shared from '../panels.module.css';

function Progress() {
  const { run: strings } = useStrings(EXPLORE_STRINGS);
  const { duration } = useNumbers();
  const run = useExplorerState((state) => state.run);
  const end = useExplorerState((state) => state.runEnd);
  const running = useExplorerState((state) => state.work === 'run');
  if (run === null) return null;
  const left =
    running && run.secondsLeft !== null ? ` · ${strings.left(duration(run.secondsLeft))}` : '';
  const state = running
    ? ''
    : end === 'complete'
      ? ` · ${strings.complete}`
      : ` · ${strings.stopped}`;
  return (
    <div className={shared.quiet}>
      <progress aria-label={strings.label} value={run.done} max={run.total} />
      {strings.done(run.done, run.total)} · {strings.speed(Math.round(run.tokensPerSecond))}
      {left}
      {state}
    </div>
  );
}

/** A batch of cases through the model; the diagram grows while it runs. */
export function RunCases() {
  const { runCases, stop } = useExplorer();
  const { run: strings } = useStrings(EXPLORE_STRINGS);
  const running = useExplorerState((state) => state.work === 'run');
  return (
    <div className={styles.fields}>
      <CountSeed
        name={strings.count}
        count={200}
        most={2000}
        seed={SHIPPED_SEED}
        disabled={running}
        verb={() => strings.run}
        onRun={(count, seed) => void runCases(count, seed)}
      >
        {running && (
          <button type="button" onClick={stop}>
            {strings.cancel}
          </button>
        )}
      </CountSeed>
      <Progress />
    </div>
  );
}
