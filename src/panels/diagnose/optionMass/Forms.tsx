import { DEFAULT_FAMILIES, FORM_FAMILIES } from '../../../traces/surfaceForms';
import type { Reading } from '../../../state/diagnose/readings';
import type { Subject } from '../../../state/subject';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';
import { visibleText } from '../visibleText';

type Props = {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly families: readonly number[];
  readonly onChange: (families: readonly number[]) => void;
  readonly chosen: number;
};

/** Every way of writing an option with what the model gave it; a switch says whether it counts. */
export function Forms({ reading, subject, families, onChange, chosen }: Props) {
  const { labels, optionTexts } = subject;
  const { forms: strings } = useStrings(DIAGNOSE_STRINGS).mass;
  const { tiny } = useNumbers();
  const { logits, logsumexp } = reading.forms;
  const toggle = (family: number, on: boolean) =>
    onChange(
      FORM_FAMILIES.map((_, i) => i).filter((i) => (i === family ? on : families.includes(i))),
    );
  const counted = (family: number) =>
    labels.some((label, i) =>
      Object.hasOwn(logits, FORM_FAMILIES[family]!.of(label, optionTexts[i]!)),
    );
  const last = families.filter(counted).length === 1;
  return (
    <div className={shared.section}>
      <FigureTable label={strings.label}>
        <thead>
          <tr>
            <th scope="col">{strings.counts}</th>
            {labels.map((label, i) => (
              <th scope="col" key={label}>
                {i === chosen ? <strong>{label}</strong> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FORM_FAMILIES.map(({ name, of }, family) => (
            <tr key={name}>
              <th scope="row">
                <label>
                  <input
                    type="checkbox"
                    checked={families.includes(family)}
                    disabled={!counted(family) || (last && families.includes(family))}
                    onChange={({ target }) => toggle(family, target.checked)}
                  />{' '}
                  {strings.families[name]}
                </label>
              </th>
              {labels.map((label, i) => {
                const form = of(label, optionTexts[i]!);
                const logit = Object.hasOwn(logits, form) ? logits[form] : undefined;
                return (
                  <td key={label} title={visibleText(form)}>
                    {logit === undefined ? '–' : tiny(Math.exp(logit - logsumexp))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </FigureTable>
      <p className={shared.quiet}>
        {strings.note}{' '}
        {families !== DEFAULT_FAMILIES && (
          <button type="button" onClick={() => onChange(DEFAULT_FAMILIES)}>
            {strings.letters}
          </button>
        )}
      </p>
    </div>
  );
}
