import type { ColumnMetaData, SchemaElement, SchemaTree } from 'hyparquet/src/types.js';
import { parquetMetadata, parquetSchema } from 'hyparquet/src/metadata.js';
import { FormatError } from '../errors';
import type { ParquetLimits } from './limits';
import type { ByteSource } from './source';
import { guardThrift } from './thriftGuard';

/** A column as it lies in the file: one number, truth value or text a row, or a list of them. */
export type Leaf = {
  readonly name: string;
  readonly path: string;
  readonly element: SchemaElement;
  readonly list: boolean;
  /** Definition level of a value that is there, and of an element (null or not) of a list. */
  readonly most: number;
  readonly listed: number;
};

/** Rows of a group, and the bytes of each of its columns by path. */
export type Group = { readonly rows: number; readonly chunks: ReadonlyMap<string, Chunk> };
export type Chunk = {
  readonly start: number;
  readonly end: number;
  /** Values, those of lists counted one by one. */
  readonly values: number;
  readonly codec: ColumnMetaData['codec'];
};

export type ParquetFile = {
  readonly leaves: readonly Leaf[];
  /** Names of columns that are neither flat nor lists: they are not read. */
  readonly nested: readonly string[];
  readonly groups: readonly Group[];
  readonly rows: number;
};

const AGAIN = 'Write it again.';
const damaged = (what: string) => new FormatError(`The Parquet file is damaged: ${what}. ${AGAIN}`);

const sizeOf = (value: bigint | number | undefined, what: string): number => {
  const size = Number(value ?? NaN);
  if (!Number.isSafeInteger(size) || size < 0) throw damaged(`${what} is ${String(value)}`);
  return size;
};

async function footerBytes(source: ByteSource, limits: ParquetLimits): Promise<Uint8Array> {
  const { byteLength } = source;
  const cutOff = () => damaged('it is cut off, its end is missing');
  if (byteLength < 12) throw cutOff();
  const tail = new DataView(await source.slice(byteLength - 8, byteLength));
  if (tail.byteLength < 8) throw cutOff();
  const magic = tail.getUint32(4, true);
  if (magic === 0x45524150)
    throw new FormatError('The Parquet file is encrypted: write it without.', 'unsupported');
  if (magic !== 0x31524150) throw cutOff();
  const length = tail.getUint32(0, true);
  if (length > byteLength - 12) throw damaged('its footer is longer than the file');
  if (length > limits.footer)
    throw new FormatError(
      `The footer of the Parquet file has ${length.toLocaleString('en')} bytes. Write fewer columns and larger row groups.`,
      'too-large',
    );
  const bytes = new Uint8Array(await source.slice(byteLength - 8 - length, byteLength));
  if (bytes.length !== length + 8) throw cutOff();
  return bytes;
}

const isSmall = (value: unknown) =>
  value === undefined || (Number.isInteger(value) && Math.abs(value as number) < 2 ** 20);

const mayBeNull = ({ repetition_type: kind }: SchemaElement) => kind !== 'REQUIRED';

/** Leaves of the schema, those of nested columns apart. */
function leavesOf(schema: SchemaTree): Pick<ParquetFile, 'leaves' | 'nested'> {
  const leaves: Leaf[] = [];
  const nested: string[] = [];
  for (const top of schema.children) {
    let node = top;
    let [most, repeated, listed] = [0, 0, 0];
    for (;;) {
      if (mayBeNull(node.element)) most++;
      if (node.element.repetition_type === 'REPEATED') {
        repeated++;
        listed = most;
      }
      if (node.children.length !== 1) break;
      node = node.children[0]!;
    }
    const plain = node.children.length === 0 && repeated <= 1;
    if (!plain || (node !== top && repeated === 0)) nested.push(top.element.name);
    else
      leaves.push({
        name: top.element.name,
        path: node.path.join('.'),
        element: node.element,
        list: repeated === 1,
        most,
        listed,
      });
  }
  return { leaves, nested };
}

/**
 * Schema and row groups of a Parquet file, checked against its size and the limits. Throws FormatError
 * where it is cut off, damaged, encrypted or says what cannot be.
 */
export async function readFooter(source: ByteSource, limits: ParquetLimits): Promise<ParquetFile> {
  const bytes = await footerBytes(source, limits);
  guardThrift(new DataView(bytes.buffer, bytes.byteOffset, bytes.length - 8), 0);
  let metadata: ReturnType<typeof parquetMetadata>;
  let schema: SchemaTree;
  try {
    metadata = parquetMetadata(bytes, { geoparquet: false });
    schema = parquetSchema(metadata);
    // Numbers where texts should be, or nothing at all.
    for (const { name, scale, type_length: length } of metadata.schema)
      if (typeof name !== 'string' || !isSmall(scale) || !isSmall(length))
        throw new TypeError('a column is described wrongly');
  } catch (error) {
    throw damaged(`its footer is wrong (${error instanceof Error ? error.message : 'unknown'})`);
  }
  const chunks = metadata.row_groups.reduce((sum, { columns }) => sum + columns.length, 0);
  if (chunks > limits.chunks)
    throw new FormatError(
      `The Parquet file has ${chunks.toLocaleString('en')} columns and row groups. Write larger row groups.`,
      'too-large',
    );
  const groups = metadata.row_groups.map(({ columns, num_rows: count }): Group => {
    const rows = sizeOf(count, 'its number of rows');
    const found = new Map<string, Chunk>();
    for (const { meta_data: meta, file_path: elsewhere } of columns) {
      if (meta === undefined || elsewhere !== undefined)
        throw new FormatError(
          'The Parquet file keeps columns in other files or encrypts them: write one plain file.',
          'unsupported',
        );
      // Some writers say 0 where there is no dictionary.
      const dictionary = Number(meta.dictionary_page_offset ?? 0);
      const start = sizeOf(
        dictionary > 0 ? dictionary : meta.data_page_offset,
        'the place of a column',
      );
      const end = start + sizeOf(meta.total_compressed_size, 'the size of a column');
      if (end > source.byteLength) throw damaged('a column ends beyond the file');
      const values = sizeOf(meta.num_values, 'the number of values of a column');
      found.set(meta.path_in_schema.join('.'), { start, end, values, codec: meta.codec });
    }
    return { rows, chunks: found };
  });
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  return { ...leavesOf(schema), groups, rows };
}
