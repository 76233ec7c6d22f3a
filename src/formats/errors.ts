/** Input that could not be read: the message says what, where and what to do. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
}
