/** What kind of trouble a FormatError tells of, for callers that act on it. */
export type FormatErrorCode =
  | 'damaged' // cut off, or not what its format says
  | 'unrecognised' // of no format that is read
  | 'unsupported' // of a known format that is not read: the message says how to convert it
  | 'too-large' // above a cap on bytes, rows, string length or nesting
  | 'encoding' // not UTF-8
  | 'empty' // nothing in it
  | 'unclear'; // readable, but the user has to say more: options, rule, gold

/** Input that could not be read: the message says what, where and what to do. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: FormatErrorCode;

  constructor(message: string, code: FormatErrorCode = 'damaged') {
    super(message);
    this.code = code;
  }
}
