import { FormatError } from '../errors';
import { scanJson, type RecordCaps } from './scanJson';

/** Strings, kept as they are, and Python's bare numbers that JSON does not know. */
const BARE = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:Infinity|NaN)\b/gsu;
/** Keys of an object of objects that are numbers: JavaScript would put them in another order. */
const NUMBERED = /(?<!\\)"(\d+)"(?=\s{0,8}:\s{0,8}\{)/gu;

/**
 * The value of one JSON text. Bare NaN and ±Infinity become strings. In records with
 * `prompt_logprobs` the numeric keys get a leading `#`, because there the order of keys says which
 * token stood in the prompt. Throws FormatError; its message has no subject, so put the place before.
 */
export function parseRecord(text: string, caps: RecordCaps): unknown {
  const { open, inString } = scanJson(text, caps);
  if (open !== '' || inString)
    throw new FormatError('is cut off: its brackets or quotes do not close. Export it again.');
  const source = text.includes('"prompt_logprobs"') ? text.replace(NUMBERED, '"#$1"') : text;
  try {
    return JSON.parse(source);
  } catch {
    try {
      return JSON.parse(
        source.replace(BARE, (match) => (match.startsWith('"') ? match : `"${match}"`)),
      );
    } catch {
      throw new FormatError('is not valid JSON.');
    }
  }
}
