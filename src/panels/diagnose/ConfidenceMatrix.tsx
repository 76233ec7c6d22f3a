import { CONFIDENCE_CELLS, confidenceMatrix, type Swap } from '../../traces/interventions/swap';
import { probability } from '../numbers';
import shared from '../panels.module.css';
import styles from './swap.module.css';

const NAMES = CONFIDENCE_CELLS.slice(1).map((bound, i) =>
  i === 0
    ? `≤ ${probability(bound)}`
    : bound === 1
      ? `> ${probability(CONFIDENCE_CELLS[i]!)}`
      : `${probability(CONFIDENCE_CELLS[i]!)}–${probability(bound)}`,
);

type Props = {
  readonly swaps: readonly Swap[];
  /** α/T. */
  readonly factor: number;
};

/** Counts of decisions by confidence before (down) and after the swap (across). */
export function ConfidenceMatrix({ swaps, factor }: Props) {
  const counts = confidenceMatrix(swaps, factor);
  return (
    <div
      className={shared.scroll}
      tabIndex={0}
      role="region"
      aria-label="Confidence before and after"
    >
      <table className={styles.matrix} aria-label="Confidence before and after">
        <caption>Cases by confidence before the swap (down) and after it (across)</caption>
        <thead>
          <tr>
            <th scope="col">before \ after</th>
            {NAMES.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row, i) => (
            <tr key={NAMES[i]}>
              <th scope="row">{NAMES[i]}</th>
              {row.map((count, k) => (
                <td
                  key={NAMES[k]}
                  data-empty={count === 0 || undefined}
                  style={{ '--share': count / Math.max(1, swaps.length) } as React.CSSProperties}
                >
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
