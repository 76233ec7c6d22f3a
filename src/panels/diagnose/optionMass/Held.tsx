import { holdings } from '../../../traces/holdings';
import type { OptionForms } from '../../../traces/options';
import type { Token } from '../../../traces/trace';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import { visibleText } from '../visibleText';
import tool from '../tool.module.css';

type Props = {
  readonly token: Token;
  readonly options: readonly OptionForms[];
  readonly optionMass: number;
  readonly labels: readonly string[];
};

/** Least share that is worth a line of its own. */
const SHOWN = 1e-9;

/** The likeliest tokens at the decision, which option counts each, and what is left. */
export function Held({ token, options, optionMass, labels }: Props) {
  const { held: strings } = useStrings(DIAGNOSE_STRINGS).mass;
  const { tiny } = useNumbers();
  const { tokens, otherForms, rest } = holdings(token, options, optionMass);
  return (
    <table className={tool.bars} aria-label={strings.label}>
      <caption>{strings.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{strings.token}</th>
          <td />
          <th scope="col">p</th>
          <th scope="col">{strings.counts}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ id, text, p, option }) => (
          <tr key={id} data-chosen={id === token.id || undefined}>
            <th scope="row" lang="en">
              {visibleText(text)}
            </th>
            <td className={tool.track}>
              <span
                className={tool.bar}
                data-option={option >= 0 || undefined}
                style={{ width: `${100 * p}%` }}
              />
            </td>
            <td>{tiny(p)}</td>
            <td>{option < 0 ? '–' : labels[option]}</td>
          </tr>
        ))}
        {otherForms > SHOWN && (
          <tr>
            <th scope="row">{strings.others}</th>
            <td className={tool.track}>
              <span className={tool.bar} data-option style={{ width: `${100 * otherForms}%` }} />
            </td>
            <td>{tiny(otherForms)}</td>
            <td>{strings.option}</td>
          </tr>
        )}
        <tr>
          <th scope="row">{strings.rest}</th>
          <td className={tool.track}>
            <span className={tool.bar} style={{ width: `${100 * rest}%` }} />
          </td>
          <td>{tiny(rest)}</td>
          <td>–</td>
        </tr>
      </tbody>
    </table>
  );
}
