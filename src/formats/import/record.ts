import { FormatError } from '../errors';
import type { Provenance } from '../../traces/trace';
import { isFields, textOf, textsOf, numberOf, type Fields } from './fields';
import type { ImportedTrace } from './importedTrace';

/** What is known of a record besides its content. */
export type RecordContext = {
  /** Id of the case where the envelope names it. */
  readonly caseId: string | null;
  /** Id for a record that has none. */
  readonly fallback: string;
  readonly task: string | null;
  readonly options: readonly string[] | null;
  readonly gold: string | number | null;
  readonly posterior: readonly number[] | null;
};

/** A format: how its records look and how one is read. */
export type ImportFormat = {
  readonly name: string;
  /** As users read it. */
  readonly title: string;
  /** Why this record is of the format, as a clause that users can read; null if it is not. */
  readonly recognise: (record: Fields) => string | null;
  /** The records of a document that holds many, each with its place; without it a document is one record. */
  readonly split?: (
    document: Fields,
  ) => readonly { readonly record: Fields; readonly where: string }[];
  /** Throws FormatError, the place left out, on a record that is not as it should be. */
  readonly read: (record: Fields, context: RecordContext) => readonly ImportedTrace[];
};

/** Names the nth row of a file that tells no id, the first being 1. */
export const rowId = (n: number): string => `row-${n}`;

/** Gold as envelopes write it: a name or an index; null where absent. */
export function goldOf(value: unknown): string | number | null {
  const first: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof first === 'string' || (typeof first === 'number' && Number.isInteger(first))
    ? first
    : null;
}

/** A posterior: one number an option; null where absent. */
export function posteriorOf(value: unknown): readonly number[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const numbers = value.map(numberOf);
  if (!numbers.every((p) => p !== null && p >= 0 && p <= 1))
    throw new FormatError('has a “posterior” that holds no probabilities.');
  return numbers as number[];
}

/** Where a reply may stand inside a record of the user's own. */
const REPLIES = ['response', 'completion', 'output', 'result', 'reply'] as const;

/**
 * Takes the server's reply out of a record of the user's own, `{id | custom_id, gold?, options?,
 * response: {…} | {body: {…}}}` (so OpenAI batch output too), and what the record says of the case.
 */
export function unwrap(
  record: Fields,
  fallback: string,
  fits: (inner: Fields) => boolean,
): { inner: Fields; context: RecordContext } {
  const nothing = {
    caseId: null,
    fallback,
    task: null,
    options: null,
    gold: null,
    posterior: null,
  };
  if (fits(record)) return { inner: record, context: { ...nothing, ...own(record, false) } };
  for (const name of REPLIES) {
    const reply = record[name];
    const inner = isFields(reply) && isFields(reply.body) ? reply.body : reply;
    if (isFields(inner) && fits(inner))
      return { inner, context: { ...nothing, ...own(record, true) } };
  }
  return { inner: record, context: nothing };
}

/** What a record says of its case. Its `id` is the case's only in a record of the user's own. */
function own(record: Fields, outer: boolean): Partial<RecordContext> {
  const { case: inside } = record;
  const fields: Fields = isFields(inside) ? inside : record;
  const id = fields.custom_id ?? fields.case_id ?? fields.caseId ?? (outer ? fields.id : undefined);
  return {
    caseId: textOf(id),
    task: textOf(fields.task),
    options: textsOf(fields.options),
    gold: goldOf(fields.gold ?? (outer ? (fields.target ?? fields.label) : undefined)),
    posterior: posteriorOf(fields.posterior),
  };
}

/** A trace from what a format found in a record; `index` tells apart several of one record. */
export function traceOf(
  context: RecordContext,
  found: Pick<ImportedTrace, 'tokens'> &
    Partial<Omit<ImportedTrace, 'provenance' | 'id'>> & {
      readonly id?: unknown;
      readonly index?: number;
      readonly model?: unknown;
      readonly source: string;
    },
): ImportedTrace {
  const { id, index = 0, model, source, ...rest } = found;
  const caseId = context.caseId ?? rest.caseId ?? textOf(id) ?? context.fallback;
  const provenance: Provenance = {
    model: textOf(model) ?? 'unknown',
    dtype: 'unknown',
    backend: source,
  };
  return {
    promptTokens: [],
    finish: 'unknown',
    recorded: null,
    ...rest,
    task: context.task ?? rest.task ?? '',
    options: context.options ?? rest.options ?? null,
    gold: context.gold ?? rest.gold ?? null,
    posterior: context.posterior ?? rest.posterior ?? null,
    caseId,
    id: `${textOf(id) ?? caseId}/${index}`,
    provenance,
  };
}

const STOPPED = new Set([
  'stop',
  'eos',
  'eos_token',
  'stop_sequence',
  'word',
  'completed',
  'end_turn',
]);
const CUT = new Set([
  'length',
  'limit',
  'max_tokens',
  'max_output_tokens',
  'incomplete',
  'model_length',
]);

/** How a completion ended, from any server's word for it. */
export function finishOf(reason: unknown): ImportedTrace['finish'] {
  const word = isFields(reason) ? reason.type : reason;
  if (typeof word !== 'string') return 'unknown';
  if (STOPPED.has(word)) return 'stop';
  if (CUT.has(word)) return 'length';
  return word === 'abort' || word === 'aborted' ? 'aborted' : 'unknown';
}

/** Refuses a record that has no log-probabilities, saying how to ask for them. */
export function refuseWithout(tokens: readonly unknown[], ask: string): void {
  if (tokens.length === 0)
    throw new FormatError(`has no log-probabilities. Ask for them: ${ask}.`, 'unclear');
}
