import { isTraceLine } from '../../formats/traceLine';
import { UsageError } from '../usage';

/**
 * A line with a decision. `logits`: −Infinity where an option has no probability. `mass`: NaN where
 * it is not told.
 */
export type DecisionRow = {
  logits: number[];
  chosen: number;
  gold: number;
  posterior: number[] | null;
  mass: number;
};

/** A line without one, and why. */
export type MissingRow = { missing: string };

/**
 * Reads one line: `{options, logits | logprobs | probs, gold, chosen?, posterior?, optionMass?}`;
 * `logits: null` is a missing decision. A line of traces is read by its decision. Throws UsageError that
 * begins with `where`.
 */
export function parseRow(line: string, where: string): DecisionRow | MissingRow {
  const fields = ofTrace(parseJson(line, where));
  const values = fields.logits ?? fields.logprobs ?? fields.probs ?? null;
  if (values === null) {
    if (!['logits', 'logprobs', 'probs', 'missing'].some((name) => name in fields))
      throw new UsageError(`${where} has none of “logits”, “logprobs” and “probs”.`);
    return { missing: typeof fields.missing === 'string' ? fields.missing : 'no-decision' };
  }
  const options = fields.options;
  if (!Array.isArray(options) || options.length === 0)
    throw new UsageError(`${where} wants a list “options”.`);
  const names = options.map(String);
  const probs = (fields.logits ?? fields.logprobs ?? null) === null;
  const logits = numbers(values, names, probs ? 'probs' : 'logits', where).map((value) =>
    probs ? logOf(value, where) : value,
  );
  if (logits.some((z) => z === Infinity)) throw new UsageError(`${where} has an infinite logit.`);
  if (logits.every((z) => z === -Infinity)) return { missing: 'no-probability' };
  const { chosen, posterior, optionMass } = fields;
  return {
    logits,
    gold: optionIndex(fields.gold, names, 'gold', where),
    chosen:
      chosen === undefined || chosen === null
        ? logits.indexOf(logits.reduce((a, b) => Math.max(a, b)))
        : optionIndex(chosen, names, 'chosen', where),
    posterior:
      posterior === undefined || posterior === null ? null : distribution(posterior, names, where),
    mass: typeof optionMass === 'number' ? optionMass : Number.NaN,
  };
}

/** The decision of a trace as a line of decisions; any other line as it is. */
function ofTrace(fields: Partial<Record<string, unknown>>): Partial<Record<string, unknown>> {
  if (!isTraceLine(fields)) return fields;
  const { options, gold, posterior } = fields.case as Partial<Record<string, unknown>>;
  const { logits = null, chosen, optionMass, reason } = fields.decision as typeof fields;
  const label = typeof chosen === 'number' ? (options as readonly string[])[chosen] : undefined;
  return { options, gold, posterior, logits, chosen: label, optionMass, missing: reason };
}

/**
 * Python writes NaN and Infinity, which JSON does not know: null is read as “no probability”, so
 * say that.
 */
const BARE = /(?<=[[,:]\s*)(?:NaN|-Infinity)(?=\s*[,\]}])/g;

function parseJson(line: string, where: string): Partial<Record<string, unknown>> {
  for (const text of [line, line.replace(BARE, 'null')])
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
      break;
    } catch {
      continue;
    }
  throw new UsageError(`${where} is not a JSON object.`);
}

function numbers(
  values: unknown,
  names: readonly string[],
  field: string,
  where: string,
): number[] {
  if (!Array.isArray(values) || values.length !== names.length)
    throw new UsageError(`${where} wants ${names.length} numbers in “${field}”, one an option.`);
  const nothing = field === 'logits' ? -Infinity : 0;
  return values.map((value: unknown) => {
    if (value === null) return nothing;
    const number = typeof value === 'string' ? namedNumber(value) : value;
    if (typeof number !== 'number')
      throw new UsageError(`${where} has ${JSON.stringify(value)} in “${field}”.`);
    return Number.isNaN(number) ? nothing : number;
  });
}

function namedNumber(text: string): number | null {
  if (/^-inf(inity)?$/i.test(text)) return -Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}

function logOf(p: number, where: string): number {
  if (!(p >= 0)) throw new UsageError(`${where} has the probability ${p}.`);
  return Math.log(p);
}

function distribution(values: unknown, names: readonly string[], where: string): number[] {
  const posterior = numbers(values, names, 'posterior', where);
  const sum = posterior.reduce((a, b) => a + b, 0);
  if (posterior.some((q) => q < 0) || Math.abs(sum - 1) > 1e-3)
    throw new UsageError(`${where} has a “posterior” that is no distribution (it sums to ${sum}).`);
  return posterior.map((q) => q / sum);
}

/** An option by name, or by its index where no option has that number for a name. */
function optionIndex(
  value: unknown,
  names: readonly string[],
  field: string,
  where: string,
): number {
  const named = typeof value === 'string' || typeof value === 'number';
  const index = named ? names.indexOf(String(value)) : -1;
  if (index < 0 && typeof value === 'number' && Number.isInteger(value) && value in names)
    return value;
  if (index < 0)
    throw new UsageError(
      `${where}: “${field}” is ${named ? `“${value}”` : 'missing'}, not one of the options ${names.join(', ')}.`,
    );
  return index;
}
