import { parquetHeader } from 'hyparquet/src/column.js';
import { FormatError } from '../errors';
import type { Chunk, Leaf } from './footer';
import { bitsOf, readRuns } from './levels';
import type { ParquetLimits } from './limits';
import { guardThrift } from './thriftGuard';
import type { Unpack } from './unpack';
import { readDictionary, readValues, type Dense, type PageValues } from './values';

/** A page: `count` slots; levels null where none can be null, or none is in a list. */
export type Page = PageValues & {
  readonly count: number;
  readonly definition: Uint8Array | null;
  readonly repetition: Uint8Array | null;
};

const damaged = (what: string) =>
  new FormatError(`The Parquet file is damaged: ${what}. Write it again.`);

function levels(bytes: Uint8Array, from: number, to: number, count: number, most: number) {
  const out = new Uint8Array(count);
  const bits = bitsOf(most);
  readRuns(bytes, from, to, bits, out);
  if (most < 2 ** bits - 1)
    for (let i = 0; i < count; i++) if (out[i]! > most) throw damaged('a level is too high');
  return out;
}

/** Levels of a page of version 1 begin with their length. */
function prefixed(bytes: Uint8Array, at: number, count: number, most: number) {
  if (at + 4 > bytes.length) throw damaged('levels are cut off');
  const length = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
  const end = at + 4 + length;
  if (end > bytes.length) throw damaged('levels are longer than their page');
  return { out: levels(bytes, at + 4, end, count, most), end };
}

function held(definition: Uint8Array | null, count: number, most: number): number {
  if (definition === null) return count;
  let sum = 0;
  for (let i = 0; i < count; i++) if (definition[i] === most) sum++;
  return sum;
}

/** A header may hold any type in the place of a number. */
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

function headerAt(reader: { view: DataView; offset: number }) {
  try {
    return parquetHeader(reader);
  } catch {
    throw damaged('the header of a page is wrong');
  }
}

/** The pages of one column of one row group. Throws FormatError on whatever does not fit together. */
export function* readPages(
  bytes: Uint8Array,
  leaf: Leaf,
  chunk: Chunk,
  unpack: Unpack,
  limits: ParquetLimits,
): Generator<Page> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { element, most } = leaf;
  let dictionary: Dense | null = null;
  let [at, seen] = [0, 0];
  while (seen < chunk.values) {
    if (at >= bytes.length) throw damaged('a column has fewer values than it says');
    guardThrift(view, at);
    const reader = { view, offset: at };
    const header = headerAt(reader);
    const { compressed_page_size: packed, uncompressed_page_size: size } = header;
    if (!isCount(packed) || !isCount(size) || packed > bytes.length - reader.offset)
      throw damaged('a page is longer than its column');
    if (size > limits.page || packed > limits.page)
      throw new FormatError(
        `A page of the Parquet file has ${size.toLocaleString('en')} bytes. Write smaller ones (the default is 1 MB).`,
        'too-large',
      );
    const body = bytes.subarray(reader.offset, reader.offset + packed);
    at = reader.offset + packed;
    const checked = (count: number | undefined): number => {
      if (!isCount(count) || count > chunk.values - seen)
        throw damaged('a page has more values than its column');
      return count;
    };
    if (header.type === 'DICTIONARY_PAGE' && header.dictionary_page_header !== undefined) {
      const count = header.dictionary_page_header.num_values;
      if (!isCount(count) || count > limits.cells)
        throw damaged('a dictionary lies about its size');
      dictionary = readDictionary(unpack(body, size), count, element);
    } else if (header.type === 'DATA_PAGE' && header.data_page_header !== undefined) {
      const { num_values, encoding } = header.data_page_header;
      const count = checked(num_values);
      const page = unpack(body, size);
      let [from, repetition, definition]: [number, Uint8Array | null, Uint8Array | null] = [
        0,
        null,
        null,
      ];
      if (leaf.list) ({ out: repetition, end: from } = prefixed(page, from, count, 1));
      if (most > 0) ({ out: definition, end: from } = prefixed(page, from, count, most));
      const values = held(definition, count, most);
      yield {
        ...readValues(page, from, values, encoding, element, dictionary),
        ...{ count, definition, repetition },
      };
      seen += count;
    } else if (header.type === 'DATA_PAGE_V2' && header.data_page_header_v2 !== undefined) {
      const own = header.data_page_header_v2;
      const count = checked(own.num_values);
      const first = own.repetition_levels_byte_length;
      const second = own.definition_levels_byte_length;
      if (!isCount(first) || !isCount(second) || first + second > Math.min(packed, size))
        throw damaged('levels are longer than their page');
      const repetition = leaf.list ? levels(body, 0, first, count, 1) : null;
      const definition = most > 0 ? levels(body, first, first + second, count, most) : null;
      const rest = body.subarray(first + second);
      const page = own.is_compressed === false ? rest : unpack(rest, size - first - second);
      const values = held(definition, count, most);
      yield {
        ...readValues(page, 0, values, own.encoding, element, dictionary),
        ...{ count, definition, repetition },
      };
      seen += count;
    }
  }
}
