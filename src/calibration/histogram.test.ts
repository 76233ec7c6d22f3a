import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELLS, histogram } from './histogram';

test('a confidence on a border belongs to the cell above it, 1 to the last', () => {
  const counts = histogram(Float64Array.of(0, 0.5 - 2 ** -54, 0.5, 1 - 2 ** -53, 1));
  const filled = [...counts.entries()].filter(([, count]) => count > 0);
  expect(filled).toEqual([
    [0, 1],
    [CELLS / 2 - 1, 1],
    [CELLS / 2, 1],
    [CELLS - 1, 2],
  ]);
});

test('every confidence is counted once, in a cell that holds it', () => {
  fc.assert(
    fc.property(fc.float64Array({ min: 0, max: 1, noNaN: true }), (confidence) => {
      const counts = histogram(confidence);
      expect(counts).toHaveLength(CELLS);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(confidence.length);
      for (const c of confidence) {
        const cell = histogram(Float64Array.of(c)).indexOf(1);
        expect(c * CELLS).toBeGreaterThanOrEqual(cell);
        expect(c * CELLS).toBeLessThanOrEqual(cell + 1);
      }
    }),
  );
});
