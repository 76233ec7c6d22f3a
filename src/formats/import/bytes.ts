import { FormatError } from '../errors';

const SAVE = 'Save it as UTF-8.';

/** Files that are no text, by how they begin, and what to do with them. */
const BINARY: readonly (readonly [magic: readonly number[], says: string])[] = [
  [
    [0x50, 0x41, 0x52, 0x31],
    'This is a Parquet file, which cannot be read from a stream. Name the file itself.',
  ],
  [[0x1f, 0x8b], 'This is a gzip file. Unpack it first.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'This is a Zstandard file. Unpack it first.'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a zip file. Unpack it first; of an Inspect .eval log, write the JSON with “inspect log dump”.',
  ],
];

/** Throws FormatError where the first bytes are no text in an encoding that can be read. */
export function refuseBinary(head: Uint8Array): void {
  for (const [magic, says] of BINARY)
    if (magic.every((byte, i) => head[i] === byte)) throw new FormatError(says, 'unsupported');
  if (utf16(head) === null && head.subarray(0, 64).includes(0))
    throw new FormatError(
      `This is no text in UTF-8: it has zero bytes. If it is UTF-16 or UTF-32: ${SAVE.toLowerCase()}`,
      'encoding',
    );
}

function utf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe && !(head[2] === 0 && head[3] === 0)) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/**
 * The chunks as UTF-8 without byte order mark: UTF-16 with its mark is recoded, anything else passes as
 * it is. `head`: the first bytes, at least two of them where there are.
 */
export async function* asUtf8(
  head: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encoding = utf16(head);
  if (encoding === null) {
    let toDrop = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
    for await (const chunk of chunks) {
      yield toDrop > 0 ? chunk.subarray(toDrop) : chunk;
      toDrop = Math.max(0, toDrop - chunk.length);
    }
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** Text of the first bytes of a file, the byte order mark left out; never throws. */
export function headText(head: Uint8Array): string {
  return new TextDecoder(utf16(head) ?? 'utf-8').decode(head);
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of a record's bytes. Throws FormatError, the place left out, where they are not UTF-8. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new FormatError(`is not valid UTF-8. ${SAVE}`, 'encoding');
  }
}

/** Pieces put together. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
