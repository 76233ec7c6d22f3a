import { CONFIDENCE_CELLS, confidenceMatrix, type Swap } from '../../traces/interventions/swap';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useNumbers, useStrings } from '../../strings/language';
import type { Numbers } from '../../strings/numbers';
import shared from '../panels.module.css';
import styles from './swap.module.css';

const namesOf = ({ probability }: Numbers) =>
  CONFIDENCE_CELLS.slice(1).map((bound, i) =>
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
  const { matrix: strings } = useStrings(DIAGNOSE_STRINGS).swap;
  const names = namesOf(useNumbers());
  const counts = confidenceMatrix(swaps, factor);
  return (
    <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.label}>
      <table className={styles.matrix} aria-label={strings.label}>
        <caption>{strings.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.corner}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row, i) => (
            <tr key={names[i]}>
              <th scope="row">{names[i]}</th>
              {row.map((count, k) => (
                <td
                  key={names[k]}
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
