import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import styles from './class.module.css';

type Props = {
  readonly title: string;
  readonly rows: readonly {
    readonly text: string;
    readonly count: number;
    /** Is it what was computed? */
    readonly true: boolean;
  }[];
};

/** How many chose what, a bar each; a table, so that it is its own table view. */
export function ChoiceBars({ title, rows }: Props) {
  const strings = useStrings(LEARN_STRINGS);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className={styles.bars} aria-label={title}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.text} data-true={row.true || undefined}>
            <th scope="row">
              {row.text}
              {row.true && <em>{strings.truth}</em>}
            </th>
            <td className={styles.track} aria-hidden="true">
              <span style={{ width: `${(100 * row.count) / most}%` }} />
            </td>
            <td>{row.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
