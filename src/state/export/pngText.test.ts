import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPng, pngText, withPngText } from './pngText';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.length);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** One grey pixel. */
const PNG = new Uint8Array(
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);

test('any text is read back, and the chunk is what zlib’s CRC says it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const png = withPngText(PNG, 'key', text);
      expect(pngText(png, 'key')).toBe(text);
      expect(pngText(png, 'other')).toBeNull();
      const body = Buffer.from(`iTXtkey\0\0\0\0\0${text}`);
      const at = PNG.length - 12;
      expect(Buffer.from(png).readUInt32BE(at + 4 + body.length)).toBe(crc32(body));
      expect([...png.subarray(at + 8 + body.length)]).toEqual([...PNG.subarray(-12)]);
    }),
  );
});

test('what is no PNG, or is cut anywhere, has no text and does not throw', () => {
  const png = withPngText(PNG, 'key', 'value');
  expect(isPng(new Uint8Array())).toBe(false);
  for (let length = 0; length < png.length - 12; length++)
    expect(pngText(png.slice(0, length), 'key')).toBeNull();
  expect(() => withPngText(PNG.slice(0, 20), 'key', 'value')).toThrow(RangeError);
});
