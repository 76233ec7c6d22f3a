import { letterForms, type OptionForms } from '../../traces/options';
import { FormatError } from '../errors';
import type { ImportedTrace } from './importedTrace';

/** What a decision table can hold. */
const MOST = 100;

const letterOf = (i: number) => (i < 26 ? String.fromCharCode(65 + i) : `option ${i + 1}`);

/**
 * The options of a table of these traces: as the user names them, else those that the traces carry. Where
 * cases have different options they go by letter. Throws FormatError `unclear` where nobody names them.
 */
export function resolveOptions(
  traces: readonly ImportedTrace[],
  named: readonly OptionForms[] | null,
): readonly OptionForms[] {
  const options = named ?? letterForms(carried(traces));
  if (options.length < 2 || options.length > MOST)
    throw new FormatError(
      options.length === 0
        ? 'The file does not say which options a case has. Name them, e.g. A, B, C, D.'
        : `A decision has 2 to ${MOST} options, not ${options.length}.`,
      'unclear',
    );
  const forms = options.flatMap((option) => option.forms);
  const twice = forms.find((form, i) => forms.indexOf(form) !== i);
  if (twice !== undefined)
    throw new FormatError(
      `“${twice}” is a surface form of two options. Keep it in one.`,
      'unclear',
    );
  return options;
}

function carried(traces: readonly ImportedTrace[]): readonly string[] {
  let first: readonly string[] | null = null;
  let [most, same] = [0, true];
  for (const { options } of traces) {
    if (options === null) continue;
    first ??= options;
    most = Math.max(most, options.length);
    same &&= options.length === first.length && options.every((label, i) => label === first![i]);
  }
  if (first === null) return [];
  const distinct = new Set(first).size === first.length;
  return same && distinct ? first : Array.from({ length: most }, (_, i) => letterOf(i));
}
