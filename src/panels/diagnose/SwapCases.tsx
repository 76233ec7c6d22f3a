import type { SwapBatch } from '../../state/diagnose/swapBatch';
import { decisionConfidence, flipped } from '../../traces/interventions/swap';
import { useExplorer } from '../context';
import { probability } from '../numbers';
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
  return (
    <details className={shared.details}>
      <summary>Cases as a table</summary>
      <div className={styles.cases} tabIndex={0} role="region" aria-label="Swapped cases">
        <table className={shared.figures} aria-label="Swapped cases">
          <thead>
            <tr>
              <th scope="col">case</th>
              <th scope="col">before</th>
              <th scope="col">p</th>
              <th scope="col">argued for</th>
              <th scope="col">after</th>
              <th scope="col">p</th>
              <th scope="col">flips</th>
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
                  {swap.after.status === 'found' ? batch.labels[swap.after.chosen] : 'nothing'}
                </td>
                <td>{probability(decisionConfidence(swap.after, factor))}</td>
                <td>{flipped(swap) ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
