import { FormatError } from '../errors';
import { idsOf } from '../import/decisionColumns';
import type { ParquetFile } from './footer';
import { groupsWithin, readColumns, type Column, type Kept } from './readColumns';
import type { ParquetLimits } from './limits';
import type { ByteSource } from './source';

const encoder = new TextEncoder();

/** Columns of text that hold JSON: our traces, or a server's reply beside columns of the user's own. */
const JSON_COLUMNS = ['trace', 'response', 'completion', 'output', 'result', 'reply', 'case'];

const isText = (type: string | undefined) => type === 'BYTE_ARRAY';

const number = (value: number) => (Number.isFinite(value) ? value : String(value));

/** The value of a row as JSON text; null: there is none. */
function cellOf(column: Column, json: boolean): (row: number) => string | null {
  if (column.kind === 'packed') {
    const texts = idsOf({ ids: column, n: column.ends.length });
    return (row) => {
      const [from = 0, to] = [column.ends[row - 1], column.ends[row]];
      if (from === to) return null;
      const text = texts[row]!;
      return json && /^\s*[[{]/u.test(text) ? text.replaceAll('\n', ' ') : JSON.stringify(text);
    };
  }
  const valueOf =
    column.kind === 'numbers'
      ? (i: number) => number(column.values[i]!)
      : (i: number) => column.texts[column.codes[i]!] ?? null;
  const { offsets } = column;
  if (offsets === null) return (row) => JSON.stringify(valueOf(row));
  return (row) => {
    const values = [];
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) values.push(valueOf(i));
    return JSON.stringify(values);
  };
}

/**
 * The rows of a Parquet file as lines of JSON, in chunks, for the readers of text: numbers, texts and lists of
 * them; a column of JSON is part of the record, and `trace` is the record. Throws FormatError where there is no such
 * column.
 */
export async function* recordLines(
  source: ByteSource,
  file: ParquetFile,
  limits: ParquetLimits,
  onBytes: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { leaves, nested, groups } = file;
  const whole = leaves.find(({ name, list, element }) => {
    return name === 'trace' && !list && isText(element.type);
  });
  const used = whole === undefined ? leaves : [whole];
  if (used.length === 0)
    throw new FormatError(
      `The Parquet file has only nested columns (${nested.slice(0, 6).join(', ')}), which are not read. Write a column an option, or lists.`,
      'unrecognised',
    );
  const wanted = new Map(
    used.map((leaf) => {
      const kept: Kept = !isText(leaf.element.type) ? 'numbers' : leaf.list ? 'codes' : 'packed';
      return [leaf.name, { leaf, kept }];
    }),
  );
  const within = groupsWithin(file, limits.rows).groups;
  let read = 0;
  // A row group at a time: texts of all of them need not be held together.
  for (const group of within.length === 0 ? groups.slice(0, 1) : within) {
    const part = { ...file, groups: [group], rows: group.rows };
    let own = 0;
    const columns = await readColumns(
      source,
      part,
      wanted,
      { ...limits, rows: Math.max(limits.rows, group.rows) },
      (bytes) => {
        own = bytes;
        onBytes(read + bytes);
      },
      signal,
    );
    read += own;
    const cells = [...columns].map(
      ([name, column]) =>
        [JSON.stringify(name), cellOf(column, JSON_COLUMNS.includes(name))] as const,
    );
    let lines: string[] = [];
    for (let row = 0; row < group.rows; row++) {
      if (whole !== undefined) lines.push(cells[0]![1](row) ?? 'null');
      else {
        const members = cells.map(([name, cell]) => `${name}:${cell(row) ?? 'null'}`);
        lines.push(`{${members.join(',')}}`);
      }
      if (lines.length < 500 && row < group.rows - 1) continue;
      yield encoder.encode(`${lines.join('\n')}\n`);
      lines = [];
    }
  }
}
