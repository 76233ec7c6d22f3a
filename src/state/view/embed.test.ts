import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMBED, EMBED_FIELD, EMBED_PARTS } from './embed';

const fieldsOf = (written: string | undefined) =>
  new URLSearchParams(written === undefined ? {} : { [EMBED_FIELD]: written });

test('the parts survive the link, whichever they are', () => {
  fc.assert(
    fc.property(fc.option(fc.subarray([...EMBED_PARTS])), (parts) => {
      expect(EMBED.read(fieldsOf(EMBED.write({ parts })[EMBED_FIELD]))).toEqual({ parts });
    }),
  );
});

test('what a link names beyond the parts is left out', () => {
  expect(EMBED.read(fieldsOf('numbers-__proto__-scale-x')).parts).toEqual(['numbers', 'scale']);
  expect(EMBED.read(fieldsOf('')).parts).toEqual([]);
});
