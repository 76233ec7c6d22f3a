import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContainer, writeContainer, type Column } from './container';
import { FormatError } from './errors';

test('columns of any type and length come back as they were, and no cut of the file passes', async () => {
  const types = [Float64Array, Float32Array, Int32Array, Uint16Array, Uint8Array, Int8Array];
  const one = fc.tuple(fc.constantFrom(...types), fc.array(fc.integer({ min: 0, max: 127 })));
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 5 }), fc.nat(), async (made, cut) => {
      const columns = Object.fromEntries(
        made.map(([Type, values], i) => [`c${i}`, Type.from(values) as Column]),
      );
      const file = await writeContainer({ kind: 'x' }, columns);
      expect((await readContainer(file, 'x')).columns).toEqual(columns);
      const part = file.subarray(0, cut % file.length);
      await expect(readContainer(part, 'x')).rejects.toThrow(FormatError);
    }),
    { numRuns: 60 },
  );
});

test('a head that lies about its columns is refused', async () => {
  const file = await writeContainer({ kind: 'x' }, { chosen: Int8Array.of(1, 2, 3) });
  const text = new TextDecoder('latin1').decode(file);
  for (const [from, to] of [
    ['"i8",3', '"i8",9'],
    ['"i8",3', '"zz",3'],
  ] as const) {
    const changed = Uint8Array.from(text.replace(from, to), (c) => c.charCodeAt(0));
    await expect(readContainer(changed, 'x.bin')).rejects.toThrow(/x\.bin: column chosen/);
  }
});
