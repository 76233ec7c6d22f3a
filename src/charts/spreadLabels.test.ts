import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spreadLabels';

test('labels that do not meet stay where they want to be', () => {
  expect(spreadLabels([90, 10, 50], 12, [0, 100])).toEqual([90, 10, 50]);
});

test('labels keep their order, their distance and the bounds', () => {
  const position = fc.double({ min: -20, max: 220, noNaN: true });
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 10 }), (wanted) => {
      const placed = spreadLabels(wanted, 12, [0, 200]);
      const sorted = [...placed].sort((a, b) => a - b);
      sorted.forEach((y, i) => {
        expect(y >= -1e-9 && y <= 200 + 1e-9).toBe(true);
        if (i > 0) expect(y - sorted[i - 1]!).toBeGreaterThanOrEqual(12 - 1e-9);
      });
      for (const [i, a] of wanted.entries())
        for (const [k, b] of wanted.entries())
          if (a < b) expect(placed[i]!).toBeLessThanOrEqual(placed[k]!);
    }),
  );
});
