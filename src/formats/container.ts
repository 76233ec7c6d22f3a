import { FormatError } from './errors';

/** A column of a container; its type is kept. */
export type Column =
  Float64Array | Float32Array | Int32Array | Uint16Array | Uint8Array | Int8Array;

const TYPES = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u16: Uint16Array,
  u8: Uint8Array,
  i8: Int8Array,
} as const;
type TypeName = keyof typeof TYPES;

const MAGIC = 0x31584543; // “CEX1”, little-endian
const PREFIX = 8;
/** More than any file of ours unpacks to. */
const MAX_BYTES = 1 << 28;

type Layout = readonly (readonly [name: string, type: TypeName, length: number])[];

/** The library's types say `any` and `BufferSource` where bytes go in and come out. */
const pairOf = (stream: GenericTransformStream) =>
  stream as ReadableWritablePair<Uint8Array, Uint8Array>;

async function through(
  bytes: Uint8Array,
  stream: ReadableWritablePair<Uint8Array, Uint8Array>,
  limit: number,
) {
  // Not a Blob's stream: a browser registers every blob with another process, which costs more than to inflate it.
  const source = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const reader = source.pipeThrough<Uint8Array>(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    parts.push(value);
  }
  const result = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/**
 * A file of ours: eight bytes of prefix, a JSON head, then the columns one after the other, deflated. Little-endian, like
 * every machine that runs a browser.
 */
export async function writeContainer(
  head: object,
  columns: Readonly<Record<string, Column>>,
): Promise<Uint8Array> {
  const layout: Layout = Object.entries(columns).map(([name, column]) => {
    const type = (Object.keys(TYPES) as TypeName[]).find((key) => column instanceof TYPES[key])!;
    return [name, type, column.length];
  });
  const payload = new Uint8Array(Object.values(columns).reduce((sum, c) => sum + c.byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of Object.values(columns)) {
    payload.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify({ ...head, columns: layout }));
  const packed = await through(payload, pairOf(new CompressionStream('deflate-raw')), MAX_BYTES);
  const file = new Uint8Array(PREFIX + text.length + packed.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  file.set(text, PREFIX);
  file.set(packed, PREFIX + text.length);
  return file;
}

/** Head and columns of a container. Rejects with FormatError, naming `where`, on anything damaged. */
export async function readContainer(
  file: Uint8Array,
  where: string,
): Promise<{ head: Record<string, unknown>; columns: Readonly<Record<string, Column>> }> {
  const damaged = (what: string) =>
    new FormatError(
      `${where}: ${what}. The file is damaged or of another version; reload the page.`,
    );
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < PREFIX || view.getUint32(0, true) !== MAGIC) throw damaged('no file of ours');
  const end = PREFIX + view.getUint32(4, true);
  if (end > file.length) throw damaged('the head is cut off');
  let head: Record<string, unknown>;
  let payload: Uint8Array;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(PREFIX, end));
    head = JSON.parse(text) as Record<string, unknown>;
    payload = await through(
      file.subarray(end),
      pairOf(new DecompressionStream('deflate-raw')),
      MAX_BYTES,
    );
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error));
  }
  const columns: Record<string, Column> = {};
  let at = 0;
  for (const [name, type, length] of (head.columns as Layout | undefined) ?? []) {
    const Type = (TYPES as Partial<typeof TYPES>)[type];
    if (Type === undefined) throw damaged(`column ${name} is of an unknown type`);
    const bytes = Type.BYTES_PER_ELEMENT * length;
    if (!(at + bytes <= payload.length)) throw damaged(`column ${name} is cut off`);
    columns[name] = new Type(payload.slice(at, at + bytes).buffer);
    at += bytes;
  }
  return { head, columns };
}
