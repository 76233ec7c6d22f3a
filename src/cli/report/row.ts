import { FormatError } from '../../formats/errors';
import {
  fieldsOf,
  isFields,
  numberOf,
  shown,
  textOf,
  textsOf,
  type Fields,
} from '../../formats/import/fields';
import { optionIndex, recordedOf } from '../../formats/import/sources/recorded';
import { isTraceLine } from '../../formats/traceLine';
import { UsageError } from '../usage';

/**
 * A line with a decision. `logits`: −Infinity where an option has no probability; `bounds`: see
 * `FoundDecision.bounds`, null where all is exact. `mass`: NaN where it is not told.
 */
export type DecisionRow = {
  /** Null where the line names none. */
  caseId: string | null;
  logits: readonly number[];
  bounds: readonly number[] | null;
  chosen: number;
  gold: number;
  posterior: readonly number[] | null;
  mass: number;
};

/** A line without one, and why. */
export type MissingRow = { missing: string };

/**
 * Reads one line: `{options, logits | logprobs | probs, gold, chosen?, bounds?, posterior?, optionMass?}`;
 * `logits: null` is a missing decision. A line of traces is read by its decision. Throws UsageError that
 * begins with `where`.
 */
export function parseRow(line: string, where: string): DecisionRow | MissingRow {
  try {
    const fields = parseJson(line);
    return rowOf(ofTrace(fields), caseIdOf(fields));
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${where} ${error.message}`);
    throw error;
  }
}

function rowOf(fields: Fields, caseId: string | null): DecisionRow | MissingRow {
  const options = textsOf(fields.options);
  if (options === null && (fields.logits ?? fields.logprobs ?? fields.probs ?? null) !== null)
    throw new FormatError('wants a list “options”.');
  const recorded = recordedOf(fields, options ?? []);
  if (recorded.status === 'missing')
    return { missing: typeof fields.missing === 'string' ? fields.missing : recorded.reason };
  if (options === null) return { missing: 'no-decision' };
  const { logits, bounds, chosen, optionMass: mass } = recorded;
  if (logits.every((z) => z === -Infinity)) return { missing: 'no-probability' };
  const gold = optionIndex(fields.gold, options);
  if (gold < 0) {
    const given = fields.gold ?? null;
    throw new FormatError(
      `has ${given === null ? 'no “gold”' : `${shown(given)} for “gold”`}, which has to be one of the options ${options.join(', ')}.`,
    );
  }
  const posterior = distribution(fields.posterior, options);
  return { caseId, logits, bounds, chosen, gold, mass, posterior };
}

/** As the page names the case of a line. */
function caseIdOf(fields: Fields): string | null {
  const known = isFields(fields.case) ? fields.case : fields;
  return textOf(known.custom_id ?? known.case_id ?? known.caseId) ?? textOf(known.id);
}

/** The decision of a trace as a line of decisions; any other line as it is. */
function ofTrace(fields: Fields): Fields {
  if (!isTraceLine(fields)) return fields;
  const { options, gold, posterior } = fieldsOf(fields.case);
  const { reason, chosen, logits = null, ...rest } = fieldsOf(fields.decision);
  const label = typeof chosen === 'number' ? textsOf(options)?.[chosen] : undefined;
  return { ...rest, options, gold, posterior, logits, chosen: label, missing: reason };
}

/**
 * Python writes NaN and Infinity, which JSON does not know: null is read as “no probability”, so
 * say that.
 */
const BARE = /(?<=[[,:]\s*)(?:NaN|-Infinity)(?=\s*[,\]}])/g;

function parseJson(line: string): Fields {
  for (const text of [line, line.replace(BARE, 'null')])
    try {
      const value: unknown = JSON.parse(text);
      if (isFields(value)) return value;
      break;
    } catch {
      continue;
    }
  throw new FormatError('is not a JSON object.');
}

function distribution(values: unknown, options: readonly string[]): readonly number[] | null {
  if (values === undefined || values === null) return null;
  const posterior = Array.isArray(values) ? values.map(numberOf) : [];
  const sum = posterior.reduce<number>((a, b) => a + (b ?? NaN), 0);
  if (
    posterior.length !== options.length ||
    posterior.some((q) => q === null || q < 0) ||
    !(Math.abs(sum - 1) <= 1e-3)
  )
    throw new FormatError(`has a “posterior” that is no distribution (it sums to ${sum}).`);
  return posterior.map((q) => q! / sum);
}
