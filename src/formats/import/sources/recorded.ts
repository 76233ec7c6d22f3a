import type { MissingReason } from '../../../traces/decision';
import { FormatError } from '../../errors';
import { numberOf, shown, textOf, type Fields } from '../fields';
import type { RecordedDecision } from '../importedTrace';

const REASONS: readonly MissingReason[] = [
  'no-decision',
  'not-an-option',
  'cut-off',
  'no-probability',
];

const reasonOf = (value: unknown): MissingReason =>
  REASONS.find((reason) => reason === value) ?? 'no-decision';

function numbers(values: unknown, k: number, name: string): number[] {
  if (!Array.isArray(values) || values.length !== k)
    throw new FormatError(`wants ${k} numbers in “${name}”, one an option.`);
  return values.map((value: unknown) => {
    const number = value === null ? NaN : numberOf(value);
    if (number === null) throw new FormatError(`has ${shown(value)} in “${name}”.`);
    if (number === Infinity) throw new FormatError(`has an infinite logit in “${name}”.`);
    return number;
  });
}

/** Sums of probabilities may be off by their rounding. */
const SLACK = 1e-4;

function massOf(value: unknown): number {
  if (typeof value !== 'number') return NaN;
  if (!(value >= 0 && value <= 1 + SLACK))
    throw new FormatError(`has the option mass ${value}, not between 0 and 1.`);
  return Math.min(value, 1);
}

const NAMES = ['logits', 'logprobs', 'probs'] as const;

/** Index of an option by name, else by number; −1. */
export function optionIndex(value: unknown, options: readonly string[]): number {
  const named = options.indexOf(textOf(value) ?? '');
  return named < 0 && typeof value === 'number' && value in options ? value : named;
}

/**
 * The decision of a line `{logits | logprobs | probs, chosen?, optionMass?, bounds?, missing?}` over
 * `options`. Null and NaN: no probability. `chosen` is the argmax where it is left out.
 */
export function recordedOf(line: Fields, options: readonly string[]): RecordedDecision {
  const name = NAMES.find((field) => line[field] !== undefined && line[field] !== null);
  if (name === undefined) {
    if (NAMES.every((field) => line[field] === undefined) && line.missing === undefined)
      throw new FormatError('has none of “logits”, “logprobs” and “probs”.');
    return { status: 'missing', reason: reasonOf(line.missing) };
  }
  const values = numbers(line[name], options.length, name);
  const negative = name === 'probs' ? values.find((p) => p < 0) : undefined;
  if (negative !== undefined) throw new FormatError(`has the probability ${negative} in “probs”.`);
  const logits = values.map((value) =>
    Number.isNaN(value) ? -Infinity : name === 'probs' ? Math.log(value) : value,
  );
  const chosen =
    line.chosen === undefined || line.chosen === null
      ? logits.indexOf(Math.max(...logits))
      : optionIndex(line.chosen, options);
  if (chosen < 0)
    throw new FormatError(
      `has ${shown(line.chosen)} for “chosen”, not one of ${options.join(', ')}.`,
    );
  const { bounds, optionMass: mass, tokenIndex } = line;
  return {
    status: 'found',
    logits,
    chosen,
    bounds:
      bounds === undefined || bounds === null ? null : numbers(bounds, options.length, 'bounds'),
    optionMass: massOf(mass),
    tokenIndex: typeof tokenIndex === 'number' ? tokenIndex : -1,
  };
}
