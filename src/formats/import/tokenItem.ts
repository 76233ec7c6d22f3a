import { FormatError } from '../errors';
import { isFields, listOf, logprobOf, numberOf, shown, textOf, type Fields } from './fields';
import type { ImportedAlternative, ImportedToken } from './importedTrace';

const encoder = new TextEncoder();

/** The bytes of a token: as logged, or its text in UTF-8. */
export function bytesOf({ text, bytes }: Pick<ImportedAlternative, 'text' | 'bytes'>): Uint8Array {
  return bytes ?? encoder.encode(text);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Bytes as logged, null where they are the text's own or were not logged. */
function loggedBytes(value: unknown, text: string): Uint8Array | null {
  if (!Array.isArray(value) || (value.length === 0 && text !== '')) return null;
  const isByte = (byte: unknown) =>
    typeof byte === 'number' && Number.isInteger(byte) && byte >= 0 && byte < 256;
  if (!value.every(isByte)) throw new FormatError(`has ${shown(value)} for a token's bytes.`);
  const bytes = Uint8Array.from(value as number[]);
  return sameBytes(bytes, encoder.encode(text)) ? null : bytes;
}

/** A logged token by its parts. */
export function alternative(
  text: string,
  logprob: number,
  id: number | null = null,
  bytes: Uint8Array | null = null,
): ImportedAlternative {
  return { text, bytes, id, logprob };
}

/** A token of a trace; alternatives without a log-probability say nothing and are dropped. */
export function tokenOf(
  own: ImportedAlternative,
  alternatives: readonly ImportedAlternative[] = [],
  requested: readonly ImportedAlternative[] = [],
): ImportedToken {
  const known = ({ logprob }: ImportedAlternative) => !Number.isNaN(logprob);
  return { ...own, alternatives: alternatives.filter(known), requested: requested.filter(known) };
}

const logOf = (prob: unknown): number => {
  const p = numberOf(prob);
  if (p === null || Number.isNaN(p)) return NaN;
  if (p < 0 || p > 1.01) throw new FormatError(`has ${shown(prob)} for a probability.`);
  return Math.min(0, Math.log(p));
};

function alternativeOf(value: unknown): ImportedAlternative {
  const fields: Fields = isFields(value) ? value : {};
  const text = textOf(fields.token ?? fields.text);
  if (text === null) throw new FormatError(`has ${shown(value)} where a token should stand.`);
  const id = numberOf(fields.id);
  const logprob = 'prob' in fields ? logOf(fields.prob) : logprobOf(fields.logprob);
  return alternative(text, logprob, id, loggedBytes(fields.bytes, text));
}

/** Servers write −9999 for a chosen token that was not among the likeliest: nothing is known of it. */
const SENTINEL = -9999;

/**
 * The item that OpenAI-like servers log for a token: `{token | text, id?, bytes?, logprob | prob,
 * top_logprobs? | top_probs?}`; `requested` is our own traces'.
 */
export function tokenItem(value: unknown): ImportedToken {
  const own = alternativeOf(value);
  const { top_logprobs: top, top_probs: probs, requested } = value as Fields;
  const logprob = own.logprob <= SENTINEL && own.logprob > -Infinity ? NaN : own.logprob;
  return tokenOf(
    { ...own, logprob },
    listOf(top ?? probs).map(alternativeOf),
    listOf(requested).map(alternativeOf),
  );
}
