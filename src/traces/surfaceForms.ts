import { logSumExp } from '../calibration/scaling';
import type { OptionForms } from './options';

/** A way of writing an option: all its forms are counted together or not at all. */
export type FormFamily = {
  readonly name: 'space-letter' | 'letter' | 'space-lower' | 'lower' | 'bracket' | 'words';
  /** The form of an option with this label that stands for `text`. */
  readonly of: (label: string, text: string) => string;
};

/** The ways in which a model may state an option. The first two count by default (see `letterForms`). */
export const FORM_FAMILIES: readonly FormFamily[] = [
  { name: 'space-letter', of: (label) => ` ${label}` },
  { name: 'letter', of: (label) => label },
  { name: 'space-lower', of: (label) => ` ${label.toLowerCase()}` },
  { name: 'lower', of: (label) => label.toLowerCase() },
  { name: 'bracket', of: (label) => `(${label}` },
  { name: 'words', of: (_label, text) => ` ${text}` },
];

/** Numbers of the families that count by default. */
export const DEFAULT_FAMILIES: readonly number[] = [0, 1];

/** Every form of every family, in the order of options within families. No form is listed twice. */
export function allForms(labels: readonly string[], texts: readonly string[]): string[] {
  const forms = FORM_FAMILIES.flatMap(({ of }) => labels.map((label, i) => of(label, texts[i]!)));
  return [...new Set(forms)];
}

/** Raw logits of surface forms at one decision token, and the normaliser of the full vocabulary there. */
export type FormLogits = {
  /** Only the forms that are single tokens of the model. */
  readonly logits: Readonly<Record<string, number>>;
  readonly logsumexp: number;
};

/** Of each option the forms of the given families that the model has as single tokens. */
export function formsOf(
  families: readonly number[],
  labels: readonly string[],
  texts: readonly string[],
  { logits }: FormLogits,
): OptionForms[] {
  return labels.map((label, i) => {
    const forms = families.map((family) => FORM_FAMILIES[family]!.of(label, texts[i]!));
    return { label, forms: [...new Set(forms)].filter((form) => Object.hasOwn(logits, form)) };
  });
}

/** What the options hold when these forms count. */
export type Counted = {
  /** One logit an option: the log of the summed exponentials of its forms, −Infinity without any. */
  readonly logits: readonly number[];
  /** Option mass in [0, 1], at temperature 1. */
  readonly optionMass: number;
};

export function countForms(
  options: readonly OptionForms[],
  { logits, logsumexp }: FormLogits,
): Counted {
  const summed = options.map(({ forms }) => logSumExp(forms.map((form) => logits[form]!)));
  return { logits: summed, optionMass: Math.min(1, Math.exp(logSumExp(summed) - logsumexp)) };
}
