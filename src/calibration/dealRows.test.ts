import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealRows } from './dealRows';

/** Confidences with ties, ends, neighbours that differ in their last bit, and many close to 1. */
const confidence = fc.oneof(
  fc.constantFrom(0, -0, 0.25, 0.5, 1, 1 - 2 ** -53, 2 ** -1074, 1e-17),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 40, noNaN: true }).map((x) => 1 / (1 + Math.exp(-x))),
);

test('the ranks of dealt rows are those of sorted ones, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(
      fc.array(confidence, { minLength: 1, maxLength: 200 }),
      fc.array(fc.nat(), { maxLength: 30 }),
      (values, asked) => {
        const sorted = Float64Array.from(values).sort();
        const { at, bucket, start } = dealRows(Float64Array.from(values));
        for (const rank of asked)
          expect(at(rank % values.length)).toBe(sorted[rank % values.length]);
        expect(Array.from(sorted, (_, rank) => at(rank))).toEqual([...sorted]);
        for (const [row, value] of values.entries()) {
          const own = bucket[row]!;
          expect(sorted.subarray(start[own], start[own + 1])).toContain(value);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
