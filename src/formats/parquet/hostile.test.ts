import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormatError } from '../errors';
import { readFile, specFor, tableOf } from '../import';
import { readDeltas } from './delta';
import { readRuns } from './levels';
import { bytesSource } from './source';
import { guardThrift } from './thriftGuard';
import { unpacker } from './unpack';

const folder = join(import.meta.dirname, 'fixtures');
const FILES = readdirSync(folder)
  .filter((name) => name.endsWith('.parquet'))
  .map((name) => readFileSync(join(folder, name)));

/** Reads bytes to the end; whatever they are, there is a table or a FormatError. */
async function survives(bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    const read = await readFile(bytesSource(bytes), {
      caps: { rows: 1000 },
    });
    const table = tableOf(read, specFor(read));
    expect(table.caseIds).toHaveLength(table.chosen.length);
    expect(table.logits).toHaveLength(table.chosen.length * table.labels.length);
    return 'read';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    expect(error.message.length).toBeGreaterThan(20);
    return 'refused';
  }
}

test('a file that is cut off anywhere is refused', async () => {
  for (const file of FILES)
    for (let end = 4; end < file.length; end += 37)
      expect(await survives(file.subarray(0, end))).toBe('refused');
});

test('bytes that are changed anywhere give a table or a refusal', async () => {
  const runs = Number(process.env.FUZZ_RUNS ?? 1000);
  const outcomes = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.nat(FILES.length - 1),
      fc.array(fc.tuple(fc.nat(6000), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (which, changes) => {
        const bytes = new Uint8Array(FILES[which]!);
        for (const [at, value] of changes) bytes[4 + (at % (bytes.length - 4))] = value;
        outcomes[await survives(bytes)]++;
      },
    ),
    { numRuns: runs },
  );
  expect(outcomes.read).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
}, 120_000);

const header = (...bytes: number[]) => new DataView(Uint8Array.from(bytes).buffer);

test.each<[string, DataView]>([
  ['is cut off', header(0x15)],
  ['a list of a billion', header(0x19, 0xf5, 0x80, 0x94, 0xeb, 0xdc, 0x03)],
  ['a text longer than the file', header(0x18, 0xff, 0xff, 0x7f)],
  ['a number without end', header(0x16, ...Array.from({ length: 40 }, () => 0xff))],
  ['structs within structs', header(...Array.from({ length: 4000 }, () => 0x1c))],
  ['a map, which no header has', header(0x1b, 0x00)],
])('a header with %s is refused before it is parsed', (_, view) => {
  expect(() => guardThrift(view, 0)).toThrow(FormatError);
});

test('a run of a billion fills what is asked for and no more', () => {
  const out = new Uint8Array(8);
  // 2³⁰ − 1 repetitions of 1.
  const bytes = Uint8Array.from([0xfe, 0xff, 0xff, 0xff, 0x07, 1]);
  readRuns(bytes, 0, bytes.length, 1, out);
  expect([...out]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(out).toHaveLength(8);
  expect(() => readRuns(bytes.subarray(0, 5), 0, 5, 1, out)).toThrow(FormatError);
  expect(() => readRuns(Uint8Array.from([0]), 0, 1, 1, out)).toThrow(FormatError);
  expect(() => readRuns(Uint8Array.from([0x80]), 0, 1, 1, out)).toThrow(FormatError);
});

test('bit-packed numbers of any width come out as they went in', () => {
  const packed = fc.integer({ min: 1, max: 31 }).chain((bits) =>
    fc.record({
      bits: fc.constant(bits),
      values: fc.array(fc.nat(2 ** bits - 1), { minLength: 1, maxLength: 70 }),
    }),
  );
  fc.assert(
    fc.property(packed, ({ bits, values }) => {
      const groups = Math.ceil(values.length / 8);
      const bytes = new Uint8Array(2 + groups * bits);
      bytes[0] = ((groups << 1) | 1) & 0x7f;
      bytes[0] |= 0x80;
      bytes[1] = groups >> 6;
      values.forEach((value, i) => {
        for (let bit = 0; bit < bits; bit++) {
          const at = i * bits + bit;
          if (Math.floor(value / 2 ** bit) % 2 === 1) bytes[2 + (at >> 3)]! |= 1 << (at & 7);
        }
      });
      const out = new Int32Array(values.length);
      readRuns(bytes, 0, bytes.length, bits, out);
      expect([...out]).toEqual(values);
    }),
  );
});

test.each(['SNAPPY', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4', 'LZ4_RAW'] as const)(
  'garbage said to be %s is refused or as long as it says',
  async (codec) => {
    const unpack = await unpacker(codec);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        try {
          expect(unpack(bytes, 64)).toHaveLength(64);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  },
);

test('deltas that do not end, or count wrongly, are refused', () => {
  const blocks = (...rest: number[]) => Uint8Array.from([0x80, 0x01, 0x04, ...rest]);
  expect(() => readDeltas(blocks(0x05, 0x00), 0, 5)).toThrow(FormatError);
  expect(() => readDeltas(blocks(0x05, 0x00), 0, 3)).toThrow(FormatError);
  expect(() => readDeltas(Uint8Array.from([0x80, 0x01, 0x00, 0x05, 0]), 0, 5)).toThrow(FormatError);
  // 7, then 8, 9 …: a least delta of 1 and no bits.
  const counting = blocks(0x05, 0x0e, 0x02, 0, 0, 0, 0);
  expect([...readDeltas(counting, 0, 5).values]).toEqual([7, 8, 9, 10, 11]);
});
