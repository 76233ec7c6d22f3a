/** The eight bytes every PNG begins with. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TYPE = 'iTXt';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of ISO 3309, as PNG wants it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export const isPng = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((byte, i) => bytes[i] === byte);

type Chunk = { readonly type: string; readonly data: Uint8Array; readonly start: number };

/** Chunks up to the first that does not fit into the file. */
function* chunksOf(png: Uint8Array): Generator<Chunk> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let start = SIGNATURE.length; start + 12 <= png.length;) {
    const length = view.getUint32(start);
    if (start + 12 + length > png.length) return;
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8));
    yield { type, data: png.subarray(start + 8, start + 8 + length), start };
    start += 12 + length;
  }
}

/** International text, uncompressed, without language: `keyword` NUL, two zero flags, two empty strings, the text in UTF-8. */
function textChunk(keyword: string, text: string): Uint8Array {
  const data = new TextEncoder().encode(`${TYPE}${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - TYPE.length);
  chunk.set(data, 4);
  view.setUint32(chunk.length - 4, crc32(data));
  return chunk;
}

/** The PNG with a text in front of its end. `keyword`: 1 – 79 characters of Latin-1. Throws RangeError where it is no PNG. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array {
  const end = isPng(png) ? [...chunksOf(png)].find(({ type }) => type === 'IEND') : undefined;
  if (end === undefined) throw new RangeError('This is no complete PNG.');
  const chunk = textChunk(keyword, text);
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, end.start));
  result.set(chunk, end.start);
  result.set(png.subarray(end.start), end.start + chunk.length);
  return result;
}

/** The text that `withPngText` wrote, or null where there is none. Never throws. */
export function pngText(png: Uint8Array, keyword: string): string | null {
  if (!isPng(png)) return null;
  const head = `${keyword}\0\0\0\0\0`;
  for (const { type, data } of chunksOf(png)) {
    if (type !== TYPE) continue;
    const text = new TextDecoder().decode(data);
    if (text.startsWith(head)) return text.slice(head.length);
  }
  return null;
}
