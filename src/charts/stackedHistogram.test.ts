import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCounts, stackedBars } from './stackedHistogram';

const BOX = { width: 200, height: 80 };
const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));

test('every value is in one bar, and the bars stay in their box', () => {
  fc.assert(
    fc.property(values, values, fc.integer({ min: 1, max: 40 }), (a, b, cells) => {
      const counts = cellCounts([Float64Array.from(a), Float64Array.from(b)], cells);
      const { bars, most } = stackedBars(counts, BOX);
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(a.length + b.length);
      for (const { x, y, width, height } of bars) {
        expect(x >= 0 && x + width <= BOX.width + 1e-9).toBe(true);
        expect(y >= -1e-9 && y + height <= BOX.height + 1e-9).toBe(true);
      }
      if (bars.length > 0) expect(Math.min(...bars.map(({ y }) => y))).toBeCloseTo(0, 9);
      expect(most).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('groups are stacked in their order, and 1 belongs to the last cell', () => {
  const counts = cellCounts([Float64Array.of(1, 0.95), Float64Array.of(0.99, 0.1)], 10);
  const { bars } = stackedBars(counts, BOX);
  expect(bars.map(({ group, cell, count }) => [group, cell, count])).toEqual([
    [0, 9, 2],
    [1, 1, 1],
    [1, 9, 1],
  ]);
  const [right, , wrong] = bars;
  expect(wrong!.y + wrong!.height).toBeCloseTo(right!.y, 9);
});
