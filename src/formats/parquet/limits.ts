/**
 * Limits of reading Parquet, all of them checked before anything is allocated: what a file says of itself may
 * be a lie.
 */
export type ParquetLimits = {
  /** Rows that are read; more are left out, whole row groups at a time. */
  readonly rows: number;
  /** Numbers of one column, elements of lists counted. */
  readonly cells: number;
  /** Bytes of the footer, of one page before and after it is unpacked, and of one column of text. */
  readonly footer: number;
  readonly page: number;
  readonly text: number;
  /** Columns × row groups. */
  readonly chunks: number;
};

export const PARQUET_LIMITS: ParquetLimits = {
  rows: 5_000_000,
  cells: 2 ** 25,
  footer: 2 ** 25,
  page: 2 ** 27,
  text: 2 ** 28,
  chunks: 200_000,
};
