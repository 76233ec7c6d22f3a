import { useState } from 'react';
import { SHIPPED_SEED } from '../../state/subject';
import { useExplorer, useExplorerState } from '../context';
import { duration } from '../numbers';
import styles from '../fields.module.css';

const MOST = 2000;

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
    <div className={styles.quiet}>
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
  const work = useExplorerState((state) => state.work);
  const [count, setCount] = useState('200');
  const [seed, setSeed] = useState(String(SHIPPED_SEED));
  const n = Number(count);
  const valid = Number.isInteger(n) && n >= 1 && n <= MOST;
  const seedValid = /^\d{1,15}$/.test(seed);
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid && seedValid && work !== 'run') void runCases(n, Number(seed));
      }}
    >
      <div className={styles.pair}>
        <label>
          Number of cases
          <input
            type="number"
            min={1}
            max={MOST}
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        </label>
        <label>
          Seed
          <input
            inputMode="numeric"
            value={seed}
            onChange={(event) => setSeed(event.target.value.trim())}
          />
        </label>
      </div>
      {!valid && <p className={styles.problem}>A whole number from 1 to {MOST}.</p>}
      {!seedValid && <p className={styles.problem}>The seed is a whole number.</p>}
      <div className={styles.row}>
        <button
          type="submit"
          className={styles.primary}
          disabled={!valid || !seedValid || work === 'run'}
        >
          Run cases
        </button>
        {work === 'run' && (
          <button type="button" onClick={stop}>
            Cancel run
          </button>
        )}
      </div>
      <Progress />
    </form>
  );
}
