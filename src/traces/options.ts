/** One admissible decision and the strings that count as stating it. */
export type OptionForms = {
  /** How the case names it, e.g. `C`. */
  readonly label: string;
  /** Token texts that count as this option, e.g. ` C` and `C`. No form belongs to two options. */
  readonly forms: readonly string[];
};

/** Default surface forms of letter options: with and without the leading space. */
export function letterForms(labels: readonly string[]): OptionForms[] {
  return labels.map((label) => ({ label, forms: [` ${label}`, label] }));
}

/**
 * Letter options with the brackets and stops that some prompts teach, e.g. `(A`, `A)` and `A.`. Not the
 * default: whether ` (` followed by `A` or ` (A` in one token states A is for the user to say.
 */
export function wideLetterForms(labels: readonly string[]): OptionForms[] {
  return letterForms(labels).map(({ label, forms }) => ({
    label,
    forms: [
      ...forms,
      ...['(A', 'A)', '(A)', 'A.', 'A:'].flatMap((form) => {
        const own = form.replace('A', () => label);
        return [own, ` ${own}`];
      }),
    ],
  }));
}

/** Index of the option that `text` is a surface form of, or −1. */
export function optionOfText(options: readonly OptionForms[], text: string): number {
  return options.findIndex((option) => option.forms.includes(text));
}
