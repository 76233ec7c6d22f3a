import { swapBatchOf } from '../../state/diagnose/swapBatch';
import { COURSE } from '../../state/learn/course';
import { SHIPPED_SEED } from '../../state/subject';
import { summariseSwaps, decisionConfidence } from '../../traces/interventions/swap';
import type { Decision } from '../../traces/decision';
import { LEARN_STRINGS } from '../../strings/learn';
import { useNumbers, useStrings } from '../../strings/language';
import { useEngineState, useExplorer, useExplorerState } from '../context';
import { useSwapJob } from './useSwapsHere';
import styles from './bench.module.css';
import shared from '../panels.module.css';

const COUNT = 16;
const { model, task } = COURSE.swap.opens;

/** Swaps the reasoning of some cases, with the step's arm running in this browser. */
export function SwapHere() {
  const explorer = useExplorer();
  const { swap: strings } = useStrings(LEARN_STRINGS);
  const { percent, percentFigure, probability } = useNumbers();
  const engine = useEngineState();
  const job = useSwapJob();
  const weights = useExplorerState(({ catalogue }) =>
    catalogue?.models.find(({ name }) => name === model)?.dtypes.find(({ name }) => name === 'q8'),
  );
  const running = job?.status === 'running';
  const run = async () => {
    await explorer.choose({ model, task, dtype: 'q8' });
    await swapBatchOf(explorer).run({ count: COUNT, seed: SHIPPED_SEED, rule: 'likeliest' });
  };
  const swaps = job?.result.swaps ?? [];
  const { flips, n, interval } = summariseSwaps(swaps, 1);
  const left = Object.values(job?.result.leftOut ?? {}).reduce((sum, count) => sum + count, 0);
  const labels = job?.result.labels ?? [];
  const told = (decision: Decision) =>
    decision.status === 'found'
      ? `${labels[decision.chosen]} ${probability(decisionConfidence(decision, 1))}`
      : strings.none;
  return (
    <section className={styles.swap} aria-label={strings.title}>
      <h3>{strings.title}</h3>
      {engine.status !== 'ready' && weights !== undefined && (
        <p className={shared.quiet}>{strings.loads(weights.bytes)}</p>
      )}
      <div className={shared.controls}>
        <button type="button" disabled={running} onClick={() => void run()}>
          {strings.run(COUNT)}
        </button>
        {running && (
          <button type="button" onClick={explorer.stop}>
            {strings.cancel}
          </button>
        )}
      </div>
      {running && (
        <div className={shared.quiet}>
          <progress
            aria-label={strings.label}
            {...(job.done > 0 ? { value: job.done } : {})}
            max={Math.max(1, job.total)}
          />
          {engine.status === 'loading' ? strings.loading : strings.progress(job.done, job.total)}
        </div>
      )}
      {n > 0 && (
        <>
          <p role="status" aria-label={strings.caption}>
            {strings.outcome(
              flips,
              n,
              `${percentFigure(interval.low)} – ${percent(interval.high)}`,
              left,
            )}
          </p>
          <details className={shared.details}>
            <summary>{strings.caption}</summary>
            <table className={shared.figures} aria-label={strings.caption}>
              <thead>
                <tr>
                  <th scope="col">{strings.columns.case}</th>
                  <th scope="col">{strings.columns.own}</th>
                  <th scope="col">{strings.columns.argued}</th>
                  <th scope="col">{strings.columns.after}</th>
                </tr>
              </thead>
              <tbody>
                {swaps.map(({ caseId, target, before, after }) => (
                  <tr key={caseId}>
                    <th scope="row">{Number(/-(\d+)$/.exec(caseId)?.[1] ?? NaN) + 1}</th>
                    <td>{told(before)}</td>
                    <td>{labels[target]}</td>
                    <td>{told(after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
