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

/** Index of the option that `text` is a surface form of, or −1. */
export function optionOfText(options: readonly OptionForms[], text: string): number {
  return options.findIndex((option) => option.forms.includes(text));
}
