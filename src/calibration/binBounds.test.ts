import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binBounds } from './binBounds';
import { reliabilityBins } from './bins';

const row = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

test('the ends are the means of the ends of a bin’s rows; an empty bin has none', () => {
  const confidence = Float64Array.of(0.1, 0.2, 0.9);
  const bounds = { low: Float64Array.of(0.1, 0.1, 0.7), high: Float64Array.of(0.1, 0.4, 0.9) };
  const { low, high } = binBounds(bounds, confidence, 3, { bins: 3, binning: 'equal-width' });
  expect([...low]).toEqual([0.1, NaN, 0.7]);
  expect([...high]).toEqual([0.25, NaN, 0.9]);
});

test('the mean confidence of every bin lies between them', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      fc.constantFrom('equal-mass' as const, 'equal-width' as const),
      (rows, binning) => {
        const confidence = Float64Array.from(rows, ([c]) => c);
        const bounds = {
          low: Float64Array.from(rows, ([c, other]) => Math.min(c, other)),
          high: Float64Array.from(rows, ([c, other]) => Math.max(c, other)),
        };
        const options = { bins: 7, binning };
        const bins = reliabilityBins(confidence, new Uint8Array(rows.length), options);
        const { low, high } = binBounds(bounds, confidence, bins.length, options);
        bins.forEach((bin, b) => {
          if (bin.count === 0) return;
          expect(low[b]).toBeLessThanOrEqual(bin.confidence + 1e-12);
          expect(high[b]).toBeGreaterThanOrEqual(bin.confidence - 1e-12);
        });
      },
    ),
  );
});

test('lengths that differ are refused', () => {
  const bounds = { low: Float64Array.of(0), high: Float64Array.of(0, 1) };
  expect(() => binBounds(bounds, Float64Array.of(0, 1), 1)).toThrow(/1 and 2 ends, 2 confidences/u);
});
