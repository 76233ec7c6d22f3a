import type { Encoding, ParquetType, SchemaElement } from 'hyparquet';
import { parseDecimal, parseFloat16 } from 'hyparquet/src/convert.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { FormatError } from '../errors';
import { readDeltas } from './delta';
import { readRuns } from './levels';

/** Values without their nulls: numbers, or texts as places in bytes, `bounds` 2i and 2i + 1. */
export type Dense =
  | { readonly kind: 'numbers'; readonly numbers: Float64Array | Float32Array | Int32Array }
  | { readonly kind: 'texts'; readonly bytes: Uint8Array; readonly bounds: Int32Array };

/** Values of a page: its own, or those of the chunk's dictionary at `indexes`. */
export type PageValues = { readonly dense: Dense; readonly indexes: Int32Array | null };

const damaged = (what: string) =>
  new FormatError(`The Parquet file is damaged: ${what}. Write it again.`);

const WIDTHS: Partial<Record<ParquetType, number>> = { INT32: 4, FLOAT: 4, INT64: 8, DOUBLE: 8 };

function wordsAsTexts(bytes: Uint8Array, from: number, count: number): Dense {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (count * 4 > bytes.length - from) throw damaged('a page holds fewer texts than it says');
  const bounds = new Int32Array(2 * count);
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 4 > bytes.length) throw damaged('a text is cut off');
    const length = view.getUint32(at, true);
    if (length > bytes.length - at - 4) throw damaged('a text is longer than its page');
    bounds[2 * i] = at + 4;
    at += 4 + length;
    bounds[2 * i + 1] = at;
  }
  return { kind: 'texts', bytes, bounds };
}

/** Numbers of raw values: scaled decimals, unsigned and half-precision ones as doubles. */
function converted(
  raw: ArrayLike<number | bigint | boolean | Uint8Array>,
  element: SchemaElement,
): Dense {
  const { converted_type: old, logical_type: logical, scale = 0, type } = element;
  const decimal = old === 'DECIMAL' || logical?.type === 'DECIMAL';
  const factor = decimal ? 10 ** (logical?.type === 'DECIMAL' ? logical.scale : scale) : 1;
  if (
    factor === 1 &&
    (raw instanceof Float64Array || raw instanceof Float32Array || raw instanceof Int32Array) &&
    !(type === 'INT32' && old === 'UINT_32')
  )
    return { kind: 'numbers', numbers: raw };
  const numbers = new Float64Array(raw.length);
  for (let i = 0; i < raw.length; i++) {
    const value = raw[i]!;
    const number =
      value instanceof Uint8Array
        ? decimal
          ? parseDecimal(value)
          : parseFloat16(value)!
        : Number(value);
    numbers[i] = (number < 0 && old?.startsWith('UINT_') ? number + 2 ** 32 : number) / factor;
  }
  return { kind: 'numbers', numbers };
}

function readDense(
  bytes: Uint8Array,
  from: number,
  count: number,
  encoding: Encoding,
  element: SchemaElement,
): Dense {
  const { type, type_length: fixed } = element;
  const reader = {
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
    offset: from,
  };
  if (type === undefined) throw damaged('a column has no type');
  const rest = bytes.length - from;
  const width = type === 'FIXED_LEN_BYTE_ARRAY' ? (fixed ?? 0) : (WIDTHS[type] ?? 0);
  const enough = (size: number) => {
    if (size > rest) throw damaged('a page holds fewer values than it says');
  };
  if (encoding === 'PLAIN') {
    if (type === 'BYTE_ARRAY') return wordsAsTexts(bytes, from, count);
    if (type === 'BOOLEAN') enough(Math.ceil(count / 8));
    else if (width > 0) enough(count * width);
    else throw damaged('a column is of a type without width');
    return converted(readPlain(reader, type, count, fixed), element);
  }
  if (encoding === 'BYTE_STREAM_SPLIT' && width > 0) {
    enough(count * width);
    return converted(byteStreamSplit(reader, count, type, fixed), element);
  }
  if (encoding === 'RLE' && type === 'BOOLEAN') {
    const out = new Int32Array(count);
    enough(4);
    readRuns(bytes, from + 4, bytes.length, 1, out);
    return { kind: 'numbers', numbers: out };
  }
  if (encoding === 'DELTA_BINARY_PACKED' && (type === 'INT32' || type === 'INT64'))
    return converted(readDeltas(bytes, from, count).values, element);
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY' && type === 'BYTE_ARRAY') {
    const { values, end } = readDeltas(bytes, from, count);
    const bounds = new Int32Array(2 * count);
    let at = end;
    for (let i = 0; i < count; i++) {
      const length = values[i]!;
      if (!(length >= 0 && length <= bytes.length - at)) throw damaged('a text is cut off');
      bounds[2 * i] = at;
      at += length;
      bounds[2 * i + 1] = at;
    }
    return { kind: 'texts', bytes, bounds };
  }
  throw new FormatError(
    `The Parquet file has a column in the encoding ${encoding}, which is not read here. Write it with the defaults of pyarrow, Polars or DuckDB.`,
    'unsupported',
  );
}

/** Values of the chunk's dictionary page. */
export function readDictionary(bytes: Uint8Array, count: number, element: SchemaElement): Dense {
  return readDense(bytes, 0, count, 'PLAIN', element);
}

/** The `count` values that a data page holds from `from` on. Throws FormatError on a page that lies. */
export function readValues(
  bytes: Uint8Array,
  from: number,
  count: number,
  encoding: Encoding,
  element: SchemaElement,
  dictionary: Dense | null,
): PageValues {
  if (encoding !== 'RLE_DICTIONARY' && encoding !== 'PLAIN_DICTIONARY')
    return { dense: readDense(bytes, from, count, encoding, element), indexes: null };
  if (dictionary === null) throw damaged('a dictionary is missing');
  const size =
    dictionary.kind === 'numbers' ? dictionary.numbers.length : dictionary.bounds.length / 2;
  const indexes = new Int32Array(count);
  const bits = bytes[from];
  if (count > 0 && bits === undefined) throw damaged('a page is empty');
  if (bits !== undefined && bits > 0) readRuns(bytes, from + 1, bytes.length, bits, indexes);
  for (const index of indexes)
    if (index < 0 || index >= size) throw damaged('a value is not in the dictionary');
  return { dense: dictionary, indexes };
}
