import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axis, PLOT } from './reliabilityLayout';
import { markPath, nearestPoint, scatterCells, walkingOrder, type Points } from './scatterLayout';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const points = fc
  .array(fc.tuple(share, share, fc.boolean()), { maxLength: 60 })
  .map((rows): Points => ({
    x: Float64Array.from(rows, ([x]) => x),
    y: Float64Array.from(rows, ([, y]) => y),
    correct: Uint8Array.from(rows, ([, , right]) => (right ? 1 : 0)),
  }));
const marks = (path: string) => path.split('M').length - 1;

test('every point is drawn once, as right or as wrong', () => {
  fc.assert(
    fc.property(points, (given) => {
      expect(marks(markPath(given, true)) + marks(markPath(given, false))).toBe(given.x.length);
    }),
  );
});

test('the cells hold every point once and stay inside the plot', () => {
  fc.assert(
    fc.property(points, (given) => {
      const cells = scatterCells(given);
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(given.x.length);
      expect(cells.reduce((sum, { right }) => sum + right, 0)).toBe(
        given.correct.reduce((sum, y) => sum + y, 0),
      );
      for (const { cx, size } of cells) {
        expect(cx - size).toBeGreaterThanOrEqual(PLOT.left - 1e-9);
        expect(cx + size).toBeLessThanOrEqual(PLOT.left + PLOT.size + 1e-9);
      }
    }),
  );
});

test('the nearest point to a point is itself, or one at the same place', () => {
  fc.assert(
    fc.property(points, (given) => {
      for (let i = 0; i < given.x.length; i++) {
        const found = nearestPoint(given, axis.x(given.x[i]!), axis.y(given.y[i]!));
        expect(given.x[found]).toBeCloseTo(given.x[i]!, 9);
        expect(given.y[found]).toBeCloseTo(given.y[i]!, 9);
      }
    }),
  );
  const none = { x: new Float64Array(), y: new Float64Array(), correct: new Uint8Array() };
  expect(nearestPoint(none, 0, 0)).toBe(-1);
});

test('walking visits every point once, from the least confident on', () => {
  fc.assert(
    fc.property(points, (given) => {
      const order = [...walkingOrder(given)];
      expect([...order].sort((a, b) => a - b)).toEqual(order.map((_, i) => i));
      for (let i = 1; i < order.length; i++)
        expect(given.x[order[i]!]).toBeGreaterThanOrEqual(given.x[order[i - 1]!]!);
    }),
  );
});
