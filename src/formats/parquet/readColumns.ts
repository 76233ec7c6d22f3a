import { FormatError } from '../errors';
import { CodeSink } from './codeSink';
import type { CodeColumn, NumberColumn, PackedColumn } from './columns';
import type { Group, Leaf, ParquetFile } from './footer';
import type { ParquetLimits } from './limits';
import { NumberSink } from './numberSink';
import { PackedSink } from './packedSink';
import { readPages } from './pages';
import type { ByteSource } from './source';
import { unpacker } from './unpack';

/** How a column is kept; see `columns.ts`. */
export type Kept = 'numbers' | 'codes' | 'packed';
export type Column = NumberColumn | CodeColumn | PackedColumn;

type Wanted = { readonly leaf: Leaf; readonly kept: Kept };

function sinkOf({ leaf, kept }: Wanted, groups: readonly Group[], limits: ParquetLimits) {
  let [rows, cells, bytes] = [0, 0, 0];
  for (const group of groups) {
    const { start = 0, end = 0, values = 0 } = group.chunks.get(leaf.path) ?? {};
    rows += group.rows;
    cells += values;
    bytes += end - start;
  }
  // What a small file says of a large column is believed only when it comes.
  const most = Math.max(1 << 16, 16 * bytes);
  const expected = { rows: Math.min(rows, most), cells: Math.min(cells, most) };
  if (kept === 'numbers') return new NumberSink(leaf, expected, limits.cells);
  return kept === 'codes'
    ? new CodeSink(leaf, expected, limits.cells)
    : new PackedSink(leaf, expected, limits.cells, limits.text);
}

/** The row groups that are within the cap on rows, and how many rows they have together. */
export function groupsWithin({ groups }: ParquetFile, most: number) {
  let rows = 0;
  const kept = [];
  for (const group of groups) {
    if (rows + group.rows > most) break;
    rows += group.rows;
    kept.push(group);
  }
  return { groups: kept, rows, whole: kept.length === groups.length };
}

/**
 * Reads columns of a Parquet file whole, one chunk after the other: typed arrays, nothing a row. `onBytes` hears how many
 * bytes were read. Rejects with FormatError where a column lies about itself, and with the signal's reason.
 */
export async function readColumns(
  source: ByteSource,
  file: ParquetFile,
  wanted: ReadonlyMap<string, Wanted>,
  limits: ParquetLimits,
  onBytes: (bytes: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Column>> {
  const { groups } = groupsWithin(file, limits.rows);
  const columns = new Map<string, Column>();
  let bytes = 0;
  for (const [key, want] of wanted) {
    const { leaf } = want;
    const sink = sinkOf(want, groups, limits);
    let expected = 0;
    for (const group of groups) {
      signal?.throwIfAborted();
      const chunk = group.chunks.get(leaf.path);
      if (chunk === undefined)
        throw new FormatError(`The Parquet file is damaged: the column ${leaf.name} is missing.`);
      const buffer = new Uint8Array(await source.slice(chunk.start, chunk.end));
      const unpack = await unpacker(chunk.codec);
      for (const page of readPages(buffer, leaf, chunk, unpack, limits)) sink.add(page);
      expected += group.rows;
      if (sink.rows !== expected)
        throw new FormatError(
          `The Parquet file is damaged: the column ${leaf.name} has ${sink.rows} rows, not ${expected}.`,
        );
      bytes += buffer.length;
      onBytes(bytes);
    }
    columns.set(key, sink.finish());
  }
  return columns;
}
