import { FormatError } from '../errors';
import { decisionsOf } from '../parquet/decisions';
import { readFooter } from '../parquet/footer';
import { PARQUET_LIMITS, type ParquetLimits } from '../parquet/limits';
import { decisionPlan } from '../parquet/plan';
import { groupsWithin, readColumns } from '../parquet/readColumns';
import { recordLines } from '../parquet/records';
import type { ByteSource } from '../parquet/source';
import { DEFAULT_CAPS } from './caps';
import {
  readImport,
  type BadRow,
  type ImportListeners,
  type ImportOptions,
  type ImportResult,
} from './readImport';

export const PARQUET = { name: 'parquet', title: 'Parquet' } as const;

type Options = Omit<ImportOptions, 'totalBytes'> & { readonly limits?: Partial<ParquetLimits> };

/**
 * Reads a Parquet file: decisions as columns, where its columns make them (a list of logits or probabilities, one
 * column an option, or confidence and correctness), else its rows as records of the other formats. Rejects
 * like `readImport`.
 */
export async function readParquet(
  source: ByteSource,
  options: Options = {},
  { onProgress }: ImportListeners = {},
  signal?: AbortSignal,
): Promise<ImportResult> {
  const caps = { ...DEFAULT_CAPS, ...options.caps };
  const limits = { ...PARQUET_LIMITS, ...options.limits };
  const file = await readFooter(source, limits);
  if (file.rows === 0) throw new FormatError('The Parquet file has no rows.', 'empty');
  const { rows, whole } = groupsWithin(file, limits.rows);
  const told = (read: number, bad: number) => (bytes: number) =>
    onProgress?.({ bytes, fraction: Math.min(1, bytes / source.byteLength), rows: read, bad });
  const asked = options.format !== undefined && options.format !== PARQUET.name;
  // A file of traces has the columns of their decisions, too.
  const traces = file.leaves.some(({ name, list }) => name === 'trace' && !list);
  const plan = asked || traces ? null : decisionPlan(file);
  if (plan === null) {
    // Progress is of the bytes of columns; the lines made of them are nobody's business.
    const lines = recordLines(source, file, limits, told(0, 0), signal);
    const read = await readImport(
      lines,
      { caps: { ...caps, bytes: Infinity }, ...(asked && { format: options.format }) },
      {},
      signal,
    );
    return { ...read, title: `${read.title}, in Parquet`, bytes: source.byteLength };
  }
  if (rows === 0)
    throw new FormatError(
      `The Parquet file has more than ${limits.rows.toLocaleString('en')} rows in one row group. Write smaller ones, or aggregate them (README, “More than memory holds”).`,
      'too-large',
    );
  const columns = await readColumns(source, file, plan.wanted, limits, told(rows, 0), signal);
  signal?.throwIfAborted();
  const bad: BadRow[] = [];
  let badCount = 0;
  const decisions = decisionsOf(plan, columns, (row, why) => {
    badCount++;
    if (bad.length < caps.listed) bad.push({ line: row + 1, message: `Row ${row + 1} ${why}` });
  });
  if (decisions.n === 0)
    throw new FormatError(`Nothing could be read as decisions. ${bad[0]?.message ?? ''}`);
  return {
    format: PARQUET.name,
    title: 'decisions in Parquet',
    reason: plan.reason,
    traces: [],
    columns: decisions,
    rows,
    badCount,
    bad: bad.sort((a, b) => a.line - b.line),
    bytes: source.byteLength,
    stopped: whole
      ? null
      : `Only the first ${rows.toLocaleString('en')} of ${file.rows.toLocaleString('en')} rows were read. For more, aggregate them first (README, “More than memory holds”).`,
  };
}
