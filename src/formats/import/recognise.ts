import { headText, refuseBinary } from './bytes';
import { DEFAULT_CAPS } from './caps';
import { isFields, type Fields } from './fields';
import { IMPORT_FORMATS } from './formats';
import { layoutOf, type Layout } from './layout';
import { parseRecord } from './parseRecord';
import { unwrap, type ImportFormat } from './record';
import { closeJson } from './scanJson';
import { headOf, isOpen, rowOf } from './table';

/** What a sample was recognised as, and by what. `reason` is a clause: “it has …”. */
export type Recognised = {
  readonly format: string;
  readonly title: string;
  readonly reason: string;
  readonly layout: Layout;
};

/** The format of one record, itself or within a record of the user's own. */
export function formatOfRecord(record: Fields): { format: ImportFormat; reason: string } | null {
  for (const format of IMPORT_FORMATS) {
    const reason = format.recognise(record);
    if (reason !== null) return { format, reason };
  }
  for (const format of IMPORT_FORMATS) {
    const { inner } = unwrap(record, '', (fields) => format.recognise(fields) !== null);
    const reason = inner === record ? null : format.recognise(inner);
    if (reason !== null) return { format, reason: `inside a record of your own ${reason}` };
  }
  return null;
}

/** The records that stand, perhaps cut off, in the first characters of a text. */
function* recordsOf(text: string, layout: Layout): Generator {
  const parse = (source: string): unknown => {
    try {
      return parseRecord(closeJson(source, DEFAULT_CAPS), DEFAULT_CAPS);
    } catch {
      return null;
    }
  };
  if (layout === 'lines')
    for (const line of text.split('\n').slice(0, 50)) yield parse(line.trim());
  if (layout === 'array' || layout === 'documents') {
    const value = parse(text.trim());
    if (Array.isArray(value)) yield* value.slice(0, 50);
    else yield value;
  }
  if (layout !== 'table') return;
  const [head = '', ...rows] = text.split('\n').map((line) => line.replace(/\r$/u, ''));
  const { names, delimiter } = headOf(head);
  for (const row of rows.slice(0, 50)) if (!isOpen(row)) yield rowOf(row, names, delimiter);
}

/** Layout and format of the first characters of a text; `whole`: they are all of it. */
export function recogniseText(text: string, whole: boolean): Recognised | null {
  const layout = layoutOf(text, whole);
  for (const record of recordsOf(text, layout)) {
    const found = isFields(record) ? formatOfRecord(record) : null;
    if (found === null) continue;
    const { name, title } = found.format;
    return { format: name, title, reason: found.reason, layout };
  }
  return null;
}

/**
 * Recognises a format by its content: the first some ten thousand bytes (or characters) of a file are
 * enough. Null where it is none that is read. Throws FormatError for files that are no text, saying
 * what to do.
 */
export function recogniseFormat(sample: Uint8Array | string): Recognised | null {
  if (typeof sample !== 'string') refuseBinary(sample);
  return recogniseText(typeof sample === 'string' ? sample : headText(sample), false);
}
