import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignedTexts } from './texts';

const token = (bytes: Uint8Array) => ({ text: '?', bytes, id: null, logprob: 0 });

test('tokens that cut characters anywhere join to the text, a character with its last byte', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.array(fc.nat(20)),
      (text, cuts) => {
        const bytes = new TextEncoder().encode(text);
        const ends = [...new Set([...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort(
          (a, b) => a - b,
        );
        const pieces = ends.map((end, i) => token(bytes.subarray(ends[i - 1] ?? 0, end)));
        expect(alignedTexts(pieces).join('')).toBe(new TextDecoder().decode(bytes));
      },
    ),
  );
  const [first, second] = [Uint8Array.of(0xc3), Uint8Array.of(0xa9, 0x20)];
  expect(alignedTexts([token(first), token(second)])).toEqual(['', 'é ']);
  expect(alignedTexts([token(first)])).toEqual(['\uFFFD']);
  expect(alignedTexts([{ text: ' A', bytes: null, id: null, logprob: 0 }])).toEqual([' A']);
});
