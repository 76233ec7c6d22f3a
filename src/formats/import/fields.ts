import { FormatError } from '../errors';

/** A JSON object whose members nobody has checked yet. */
export type Fields = Readonly<Partial<Record<string, unknown>>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is an object, else nothing. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The value where it is a list, else an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text, or a number as text; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

/** Strings of a list of texts or numbers; null where it is no such list. */
export function textsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = value.map(textOf);
  return texts.every((text) => text !== null) ? texts : null;
}

/** Number, numeral, or the names that programs give to NaN and the infinities; null: no number. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const named = /^\s*([+-]?)(?:(inf(?:inity)?)|nan)\s*$/iu.exec(value);
  if (named !== null) return named[2] === undefined ? NaN : named[1] === '-' ? -Infinity : Infinity;
  const number = Number(value);
  return value.trim() === '' || Number.isNaN(number) ? null : number;
}

/** Above 0 by rounding only. */
const ROUNDING = 1e-2;

/**
 * A log-probability: at most 0, −Infinity for probability 0, NaN where it was not logged (null, "NaN",
 * absent). Throws FormatError for what is none.
 */
export function logprobOf(value: unknown): number {
  if (value === null || value === undefined) return NaN;
  const number = numberOf(value);
  if (number === null || number > ROUNDING)
    throw new FormatError(`has ${shown(value)} for a log-probability.`);
  return Math.min(number, 0);
}

/** A value as messages show it: one short line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
