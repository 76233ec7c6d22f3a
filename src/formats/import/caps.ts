import type { RecordCaps } from './scanJson';

/** Limits of one import. Beyond `bytes` and `rows` reading stops, and what was read is kept. */
export type Caps = RecordCaps & {
  readonly bytes: number;
  readonly rows: number;
  /** Of one record (a line, an element of an array, a document). */
  readonly recordBytes: number;
  /** Bad rows that are listed; all are counted. */
  readonly listed: number;
};

export const DEFAULT_CAPS: Caps = {
  bytes: 2 ** 30,
  rows: 2_000_000,
  recordBytes: 2 ** 28,
  depth: 64,
  stringLength: 2 ** 23,
  listed: 200,
};
