import { FormatError } from '../errors';
import { asUtf8, headText, joinBytes, refuseBinary, textOfBytes } from './bytes';
import { DEFAULT_CAPS, type Caps } from './caps';
import type { DecisionColumns } from './decisionColumns';
import { isFields, type Fields } from './fields';
import { findFormat, IMPORT_FORMATS } from './formats';
import type { ImportedTrace } from './importedTrace';
import { lines, values, type Piece } from './pieces';
import { parseRecord } from './parseRecord';
import { formatOfRecord } from './recognise';
import { layoutOf, type Layout } from './layout';
import { rowId, unwrap, type ImportFormat } from './record';
import { tableRows } from './tableRows';

export type ImportOptions = {
  /** Name of the format; recognised by content where left out. */
  readonly format?: string;
  readonly caps?: Partial<Caps>;
  /** Size of the whole, where known, for the progress. It may lie: nothing else depends on it. */
  readonly totalBytes?: number;
};

/** `fraction` in [0, 1], null where the size is not known. */
export type ImportProgress = {
  readonly bytes: number;
  readonly fraction: number | null;
  readonly rows: number;
  readonly bad: number;
};

export type ImportListeners = {
  /** Called once a chunk, before the next is asked for. */
  readonly onProgress?: (progress: ImportProgress) => void;
};

/** A row that could not be read, by the line where it begins. */
export type BadRow = { readonly line: number; readonly message: string };

export type ImportResult = {
  readonly format: string;
  readonly title: string;
  /** Why it was taken for that format, or that it was asked for. */
  readonly reason: string;
  readonly traces: readonly ImportedTrace[];
  /** Recorded decisions as columns, where the file has them so: then there are no traces. */
  readonly columns: DecisionColumns | null;
  readonly rows: number;
  readonly badCount: number;
  /** The first of the bad rows. */
  readonly bad: readonly BadRow[];
  readonly bytes: number;
  /** Why reading stopped before the end, or null. */
  readonly stopped: string | null;
};

const HEAD = 1 << 16;
/** So many records of no known format, and it is none. */
const PATIENCE = 50;

/** The first bytes, and the stream as if they had not been read. */
async function peek(chunks: AsyncIterator<Uint8Array>) {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < HEAD && !ended) {
    const next = await chunks.next();
    if (next.done === true) ended = true;
    else {
      parts.push(next.value);
      size += next.value.length;
    }
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* parts;
    while (!ended) {
      const next = await chunks.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  return { head: parts.length > 0 ? joinBytes(parts) : new Uint8Array(), ended, again };
}

function piecesOf(layout: Layout, chunks: AsyncIterable<Uint8Array>, caps: Caps) {
  if (layout === 'array') return values(chunks, caps.recordBytes, 1);
  if (layout === 'documents') return values(chunks, caps.recordBytes, 0);
  return lines(chunks, caps.recordBytes);
}

/** A record, or why there is none; null: a blank line. */
function parsePiece({ bytes }: Piece, caps: Caps): Fields | null {
  if (bytes === null)
    throw new FormatError(
      `is longer than ${caps.recordBytes.toLocaleString('en')} bytes.`,
      'too-large',
    );
  const text = textOfBytes(bytes).trim();
  if (text === '') return null;
  const value = parseRecord(text, caps);
  if (!isFields(value)) throw new FormatError('is not a JSON object.');
  return value;
}

async function* recordsOf(
  layout: Layout,
  chunks: AsyncIterable<Uint8Array>,
  caps: Caps,
): AsyncGenerator<{ line: number; record: Fields | FormatError }> {
  const pieces = piecesOf(layout, chunks, caps);
  if (layout === 'table') {
    yield* tableRows(pieces, caps);
    return;
  }
  for await (const piece of pieces) {
    let record: Fields | FormatError | null;
    try {
      record = parsePiece(piece, caps);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      record = error;
    }
    if (record !== null) yield { line: piece.line, record };
  }
}

/**
 * Reads traces or decisions from chunks of bytes: one JSON document, a JSON array, JSONL or a table.
 * Rows that cannot be read are counted and listed, the others kept. Rejects with FormatError where
 * nothing can be read, and with the signal's reason once that is aborted.
 */
export async function readImport(
  chunks: AsyncIterable<Uint8Array>,
  options: ImportOptions = {},
  { onProgress }: ImportListeners = {},
  signal?: AbortSignal,
): Promise<ImportResult> {
  const caps: Caps = { ...DEFAULT_CAPS, ...options.caps };
  let format = options.format === undefined ? undefined : findFormat(options.format);
  if (options.format !== undefined && format === undefined)
    throw new FormatError(
      `“${options.format}” is no format. Choose one of ${IMPORT_FORMATS.map(({ name }) => name).join(', ')}.`,
      'unclear',
    );
  let reason = format === undefined ? '' : 'you said so';
  const [traces, bad]: [ImportedTrace[], BadRow[]] = [[], []];
  let [bytes, rows, badCount, unknown] = [0, 0, 0, 0];
  let stopped: string | null = null;
  let sample: Fields = {};

  const refuse = (line: number, place: string, message: string) => {
    badCount++;
    if (bad.length < caps.listed) bad.push({ line, message: `${place} ${message}` });
  };

  async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      signal?.throwIfAborted();
      const room = caps.bytes - bytes;
      bytes += Math.min(chunk.length, room);
      if (chunk.length > room) {
        stopped = `Only the first ${caps.bytes.toLocaleString('en')} bytes were read.`;
        // Up to a line's end, so that the cut makes no bad row.
        yield chunk.subarray(0, Math.max(0, chunk.lastIndexOf(10, Math.max(0, room - 1)) + 1));
        return;
      }
      yield chunk;
      const { totalBytes = 0 } = options;
      const fraction = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : null;
      onProgress?.({ bytes, fraction, rows, bad: badCount });
    }
  }

  const readRecord = (own: ImportFormat, record: Fields, line: number) => {
    const { inner, context } = unwrap(
      record,
      rowId(rows),
      (fields) => own.recognise(fields) !== null,
    );
    for (const part of own.split?.(inner) ?? [{ record: inner, where: '' }])
      try {
        const error = isFields(part.record.error) ? part.record.error.message : undefined;
        if (typeof error === 'string') throw new FormatError(`is an error of the server: ${error}`);
        for (const trace of own.read(part.record, context)) traces.push(trace);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        refuse(
          line,
          part.where === '' ? `Line ${line}` : `Line ${line}, ${part.where}`,
          error.message,
        );
      }
  };

  const { head, ended, again } = await peek(chunks[Symbol.asyncIterator]());
  signal?.throwIfAborted();
  refuseBinary(head);
  const start = headText(head);
  if (start.trim() === '' && ended) throw new FormatError('The file is empty.', 'empty');
  const layout = layoutOf(start, ended);
  for await (const { line, record } of recordsOf(layout, asUtf8(head, counted(again())), caps)) {
    if (rows % 256 === 0) signal?.throwIfAborted();
    if (traces.length >= caps.rows) {
      stopped = `Only the first ${caps.rows.toLocaleString('en')} rows were read.`;
      break;
    }
    rows++;
    if (record instanceof FormatError) {
      refuse(line, `Line ${line}`, record.message);
      continue;
    }
    if (format === undefined) {
      const found = formatOfRecord(record);
      if (found === null) {
        sample = record;
        refuse(line, `Line ${line}`, 'is of no format that is known here.');
        if (++unknown >= PATIENCE) break;
        continue;
      }
      ({ format, reason } = found);
    }
    readRecord(format, record, line);
  }
  signal?.throwIfAborted();
  if (format === undefined) throw unrecognised(start, sample, bad);
  if (traces.length === 0)
    throw new FormatError(
      `Nothing could be read as ${format.title}. ${bad[0]?.message ?? 'It holds no record.'}`,
    );
  const { name, title } = format;
  return {
    format: name,
    title,
    reason,
    traces,
    columns: null,
    rows,
    badCount,
    bad,
    bytes,
    stopped,
  };
}

/** Why nothing was recognised, and what can be done. */
function unrecognised(start: string, sample: Fields, bad: readonly BadRow[]): FormatError {
  const known = IMPORT_FORMATS.map(({ title }) => title).join(', ');
  if (/^\s*</u.test(start))
    return new FormatError(
      'This is a web page, not a log: perhaps the server answered with an error.',
      'unrecognised',
    );
  if (/^data: ?\{/mu.test(start))
    return new FormatError(
      'This is a streamed reply (lines begin with “data:”). Ask with "stream": false.',
      'unrecognised',
    );
  const keys = Object.keys(sample).slice(0, 8).join(', ').slice(0, 120);
  const first = keys === '' ? (bad[0]?.message ?? '') : `Its records have ${keys}.`;
  return new FormatError(`This is of no format that is read: ${known}. ${first}`, 'unrecognised');
}
