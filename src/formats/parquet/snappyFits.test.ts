import fc from 'fast-check';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { expect, test } from 'vitest';
import { FormatError } from '../errors';
import { snappyFits } from './snappyFits';
import { unpacker } from './unpack';

test('what is packed fits its length, and no shorter one', () => {
  // Few values: copies as well as literals.
  const few = fc.uint8Array({ minLength: 1, maxLength: 3000, max: 3, size: 'max' });
  const any = fc.uint8Array({ minLength: 1, maxLength: 300, size: 'max' });
  fc.assert(
    fc.property(fc.oneof(few, any), (plain) => {
      const packed = Uint8Array.from(snappyCompress(plain));
      expect(snappyFits(packed, plain.length)).toBe(true);
      expect(snappyFits(packed, plain.length - 1)).toBe(false);
    }),
  );
});

test.each([
  ['a literal of a length that is cut off', [8, 0xf4, 1]],
  ['a literal longer than the block', [8, 0x10, 1, 2]],
  ['a copy that is cut off', [8, 0x02, 1]],
])('%s does not fit', (_, packed) => {
  expect(snappyFits(Uint8Array.from(packed), 8)).toBe(false);
});

test('a literal whose length leads back is refused, not followed for ever', async () => {
  const unpack = await unpacker('SNAPPY');
  const back = Uint8Array.from([8, 0xfc, 0xf0, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
  expect(() => unpack(back, 8)).toThrow(FormatError);
});
