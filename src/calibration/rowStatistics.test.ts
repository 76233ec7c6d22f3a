import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eceOfRows } from './ece';
import { eceStatistic, meanStatistic } from './rowStatistics';

const columns = fc
  .array(
    fc.record({
      c: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(1)),
      y: fc.nat(1),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => ({
    confidence: Float64Array.from(rows, ({ c }) => c),
    correct: Uint8Array.from(rows, ({ y }) => y),
    drawn: Uint32Array.from(rows, ({ at }) => Math.floor(at * rows.length)),
  }));

test('the ECE of drawn rows is that of a table that holds them', () => {
  fc.assert(
    fc.property(
      columns,
      fc.record({
        bins: fc.integer({ min: 1, max: 20 }),
        binning: fc.constantFrom('equal-mass' as const, 'equal-width' as const),
        edges: fc.constantFrom(
          'right' as const,
          'left' as const,
          'guo' as const,
          'torchmetrics' as const,
        ),
      }),
      ({ confidence, correct, drawn }, binning) => {
        const own = eceOfRows(
          Float64Array.from(drawn, (row) => confidence[row]!),
          Uint8Array.from(drawn, (row) => correct[row]!),
          binning,
        );
        expect(eceStatistic(confidence, correct, binning)(drawn)).toBeCloseTo(own, 12);
      },
    ),
  );
});

test('a draw of another size is refused where it would be cut wrongly', () => {
  const ece = eceStatistic(new Float64Array(4).fill(0.5), new Uint8Array(4));
  expect(() => ece(new Uint32Array(3))).toThrow(RangeError);
});

test('mean of drawn rows, a row as often as it was drawn', () => {
  const mean = meanStatistic(Float64Array.of(1, 2, 6));
  expect(mean(Uint32Array.of(0, 2, 2))).toBeCloseTo(13 / 3, 12);
  expect(mean(new Uint32Array())).toBeNaN();
});
