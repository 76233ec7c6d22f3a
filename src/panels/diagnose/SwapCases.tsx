import type { SwapBatch } from '../../state/diagnose/swapBatch';
import { decisionConfidence, flipped } from '../../traces/interventions/swap';
import { useExplorer } from '../context';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import styles from './swap.module.css';

type Props = {
  readonly batch: SwapBatch;
  /** α/T. */
  readonly factor: number;
};

/** Every swap of a batch; one opens its case. */
export function SwapCases({ batch, factor }: Props) {
  const { showCase } = useExplorer();
  const { swap: all, yes, no } = useStrings(DIAGNOSE_STRINGS);
  const { summary, label, columns } = all.cases;
  const { probability } = useNumbers();
  return (
    <details className={shared.details}>
      <summary>{summary}</summary>
      <div className={styles.cases} tabIndex={0} role="region" aria-label={label}>
        <table className={shared.figures} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{columns.case}</th>
              <th scope="col">{columns.before}</th>
              <th scope="col">p</th>
              <th scope="col">{columns.target}</th>
              <th scope="col">{columns.after}</th>
              <th scope="col">p</th>
              <th scope="col">{columns.flips}</th>
            </tr>
          </thead>
          <tbody>
            {batch.swaps.map((swap) => (
              <tr key={swap.caseId}>
                <th scope="row">
                  <button type="button" onClick={() => void showCase(swap.caseId)}>
                    {swap.caseId}
                  </button>
                </th>
                <td>{batch.labels[swap.before.chosen]}</td>
                <td>{probability(decisionConfidence(swap.before, factor))}</td>
                <td>{batch.labels[swap.target]}</td>
                <td>
                  {swap.after.status === 'found'
                    ? batch.labels[swap.after.chosen]
                    : all.outcome.nothing}
                </td>
                <td>{probability(decisionConfidence(swap.after, factor))}</td>
                <td>{flipped(swap) ? yes : no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
