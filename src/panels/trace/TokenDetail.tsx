import { CONTROL_STRINGS } from '../../strings/controls';
import { useNumbers, useStrings } from '../../strings/language';
import type { Token } from '../../traces/trace';
import styles from './trace.module.css';

const SHOWN = 4;

function visible(text: string): string {
  return text.replaceAll('\n', '⏎').replaceAll(' ', '␣') || '∅';
}

/**
 * The likeliest tokens at one step. At T ≠ 1 only ratios of the logged tokens are exact, so the
 * list is normalised over them.
 */
export function TokenDetail(props: {
  readonly token: Token;
  readonly temperature: number;
  readonly decision: boolean;
}) {
  const { token, temperature, decision } = props;
  const { trace: strings } = useStrings(CONTROL_STRINGS);
  const { probability } = useNumbers();
  const logged = token.top.some(({ id }) => id === token.id) ? token.top : [...token.top, token];
  const weights = logged.map(({ logprob }) => Math.exp(logprob / temperature));
  const total = temperature === 1 ? 1 : weights.reduce((sum, weight) => sum + weight, 0);
  const rows = logged.map((item, i) => ({ ...item, p: weights[i]! / total })).slice(0, SHOWN);
  return (
    <div className={styles.detail} data-decision={decision || undefined}>
      <table aria-label={strings.alternatives}>
        <caption>{strings.weighed(decision, temperature !== 1)}</caption>
        <tbody>
          {rows.map(({ id, text, p }) => (
            <tr key={id} data-chosen={id === token.id || undefined}>
              <th scope="row" lang="en">
                {visible(text)}
              </th>
              <td>
                <span className={styles.bar} style={{ width: `${100 * p}%` }} />
              </td>
              <td>{probability(p)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
