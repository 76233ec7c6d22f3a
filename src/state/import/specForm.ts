import { letterForms, wideLetterForms, type OptionForms } from '../../traces/options';
import type { ImportRule } from '../../formats/import';
import type { Preview, Spec } from './protocol';

/** Which token texts count as an option A: ` A`, `A`, and `(A`, `A)`, `A.`, `A:` with and without a space. */
export type Surface = { readonly spaced: boolean; readonly bare: boolean; readonly wide: boolean };

/** A spec as the user types it. */
export type SpecForm = {
  /** Option labels with commas between. */
  readonly labels: string;
  readonly surface: Surface;
  readonly rule: ImportRule;
  readonly part: Spec['part'];
  /** Sampling temperature to undo; empty for raw log-probabilities. */
  readonly temperature: string;
};

const DEFAULT: Surface = { spaced: true, bare: true, wide: false };
const joined = (options: readonly OptionForms[]) => options.map(({ label }) => label).join(', ');

/** The form that says what the reader suggests. */
export function formOf({ suggested, options }: Preview): SpecForm {
  const { rule, part, temperature0 } = suggested;
  const temperature = temperature0 === null ? '' : String(temperature0);
  return { labels: joined(options), surface: DEFAULT, rule, part, temperature };
}

function optionsOf({ labels, surface }: SpecForm, { options, suggested }: Preview) {
  const same = labels.trim() === joined(options);
  const { spaced, bare, wide } = surface;
  if (same && spaced && bare && !wide) return suggested.options;
  const names = same ? options.map(({ label }) => label) : labels.split(',').map((l) => l.trim());
  const plain = letterForms(names);
  return wideLetterForms(names.filter((label) => label !== '')).map(
    ({ label, forms }): OptionForms => {
      const own = plain.find((option) => option.label === label)?.forms ?? [];
      return {
        label,
        forms: forms.filter((form) =>
          own.includes(form) ? (form.startsWith(' ') ? spaced : bare) : wide,
        ),
      };
    },
  );
}

/** What the form says, or a sentence on what is wrong with it. */
export function specOf(form: SpecForm, preview: Preview): Spec | string {
  const { surface, rule, part } = form;
  if (!surface.spaced && !surface.bare && !surface.wide)
    return 'Choose at least one way in which an option is written.';
  const text = form.temperature.trim().replace(',', '.');
  const temperature0 = text === '' ? null : Number(text);
  if (temperature0 !== null && !(temperature0 > 0 && temperature0 < Infinity))
    return 'The temperature to undo is a number above 0. Leave it empty where log-probabilities are raw.';
  if (rule.kind === 'position' && !Number.isInteger(rule.index))
    return 'The position is a whole number: 0 is the first token, −1 the last.';
  return { options: optionsOf(form, preview), rule, part, temperature0 };
}
