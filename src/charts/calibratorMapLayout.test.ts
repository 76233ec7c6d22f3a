import { expect, test } from 'vitest';
import { calibratorMapMarks, mapAxis } from './calibratorMapLayout';

test('no change lies on the diagonal', () => {
  const c = Float64Array.of(0.25, 0.5, 1);
  const { path, dots } = calibratorMapMarks(c, c, c, c);
  expect(path).toBe(
    `M${mapAxis.x(0.25)},${mapAxis.y(0.25)}L${mapAxis.x(0.5)},${mapAxis.y(0.5)}L${mapAxis.x(1)},${mapAxis.y(1)}`,
  );
  for (const dot of dots) expect(dot.x - mapAxis.x(0)).toBeCloseTo(mapAxis.y(0) - dot.y, 9);
});

test('many decisions are thinned evenly, few are all drawn', () => {
  const many = Float64Array.from({ length: 10_000 }, (_, i) => i / 9999);
  const { dots } = calibratorMapMarks(many, many, many, many);
  expect(dots).toHaveLength(300);
  const gaps = dots.slice(1).map((dot, i) => dot.x - dots[i]!.x);
  expect(Math.max(...gaps)).toBeLessThan(1.1 * Math.min(...gaps));
  const one = Float64Array.of(0.5);
  expect(calibratorMapMarks(many, many, one, one).dots).toHaveLength(1);
  const none = new Float64Array();
  expect(calibratorMapMarks(many, many, none, none).dots).toEqual([]);
});
