import { holdings } from '../../../traces/holdings';
import type { OptionForms } from '../../../traces/options';
import type { Token } from '../../../traces/trace';
import { tinyProbability } from '../../numbers';
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
  const { tokens, otherForms, rest } = holdings(token, options, optionMass);
  return (
    <table className={tool.bars} aria-label="Tokens at the decision">
      <caption>
        What the whole vocabulary holds there, at <i>T</i> = 1
      </caption>
      <thead>
        <tr>
          <th scope="col">token</th>
          <td />
          <th scope="col">p</th>
          <th scope="col">counts as</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ id, text, p, option }) => (
          <tr key={id} data-chosen={id === token.id || undefined}>
            <th scope="row">{visibleText(text)}</th>
            <td className={tool.track}>
              <span
                className={tool.bar}
                data-option={option >= 0 || undefined}
                style={{ width: `${100 * p}%` }}
              />
            </td>
            <td>{tinyProbability(p)}</td>
            <td>{option < 0 ? '–' : labels[option]}</td>
          </tr>
        ))}
        {otherForms > SHOWN && (
          <tr>
            <th scope="row">options’ other forms</th>
            <td className={tool.track}>
              <span className={tool.bar} data-option style={{ width: `${100 * otherForms}%` }} />
            </td>
            <td>{tinyProbability(otherForms)}</td>
            <td>an option</td>
          </tr>
        )}
        <tr>
          <th scope="row">everything else</th>
          <td className={tool.track}>
            <span className={tool.bar} style={{ width: `${100 * rest}%` }} />
          </td>
          <td>{tinyProbability(rest)}</td>
          <td>–</td>
        </tr>
      </tbody>
    </table>
  );
}
