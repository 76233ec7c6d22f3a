import type { SchemaElement } from 'hyparquet';

/** A column of a file that is written: its elements in the schema, and its values. */
export type Written = {
  readonly name: string;
  readonly schema: readonly SchemaElement[];
  readonly values: readonly unknown[];
};

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const DOUBLE = { type: 'DOUBLE' } as const;

const flat = (type: Partial<SchemaElement>) => (name: string, values: readonly unknown[]) => ({
  name,
  values,
  schema: [{ name, ...type, repetition_type: 'OPTIONAL' as const }],
});

/** Text and numbers; null and undefined: none. */
export const textColumn = flat(TEXT);
export const numberColumn = flat(DOUBLE);
export const countColumn = flat({ type: 'INT32' });

const lists =
  (type: Partial<SchemaElement>) =>
  (name: string, values: readonly (readonly unknown[] | null)[]): Written => ({
    name,
    values,
    schema: [
      { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', ...type, repetition_type: 'OPTIONAL' },
    ],
  });

/** Lists in the three levels that the format prescribes. */
export const textLists = lists(TEXT);
export const numberLists = lists(DOUBLE);

/** Rows of a group: what a reader has to hold at once. */
const GROUP = 100_000;

/** A Parquet file of these columns, snappy. Fetches its writer when first called. */
export async function writeColumns(
  columns: readonly Written[],
  about: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const root = { name: 'schema', num_children: columns.length };
  const buffer = parquetWriteBuffer({
    schema: [root, ...columns.flatMap(({ schema }) => schema)],
    columnData: columns.map(({ name, values }) => ({ name, data: values as unknown[] })),
    rowGroupSize: GROUP,
    createdBy: 'calibration-explorer',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(buffer);
}
