import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FRAME, lineLayout, niceDomain, spread, thinned, type Point } from './lineLayout';

test('many points are thinned, the ends stay', () => {
  const points = Array.from({ length: 5000 }, (_, i): Point => [i, i]);
  const kept = thinned(points);
  expect(kept.length).toBeLessThan(300);
  expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
  expect(thinned(points.slice(0, 3))).toHaveLength(3);
});

test('labels keep their order and do not cover each other where there is room', () => {
  const places = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 7 });
  fc.assert(
    fc.property(places, (given) => {
      const placed = spread(given, 12, 0, 100);
      const sorted = placed.toSorted((a, b) => a - b);
      for (let i = 1; i < sorted.length; i++)
        expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(12 - 1e-9);
      for (const place of placed) {
        expect(place).toBeGreaterThanOrEqual(-1e-9);
        expect(place).toBeLessThanOrEqual(100);
      }
      for (const [i, a] of given.entries())
        for (const [j, b] of given.entries()) if (a < b) expect(placed[i]).toBeLessThan(placed[j]!);
    }),
  );
  expect(spread([10, 50], 12, 0, 100)).toEqual([10, 50]);
});

test('a domain is round and holds what it must', () => {
  const [low, high] = niceDomain([0.13, 0.37], 0);
  expect([low, high]).toEqual([0, 0.4]);
  expect(niceDomain([NaN])).toEqual([0, 1]);
  expect(niceDomain([2])[1]).toBeGreaterThan(2);
});

test('lines, marks and rules stand where the scales say; names of close rules stand in two rows', () => {
  const points: Point[] = [
    [0, 0.1],
    [1, 0.5],
  ];
  const mark = { x: 0.5, y: 0.3, low: 0.2, high: 0.4 };
  const { x, y, lines, rules } = lineLayout(
    [
      { key: 'a', label: 'A', points, mark },
      { key: 'none', label: 'None', points: [] },
    ],
    [
      { key: 'one', x: 0.5, label: 'one' },
      { key: 'two', x: 0.52, label: 'two' },
    ],
    { x: [0, 1], y: [0, 1] },
  );
  expect(lines.map(({ key }) => key)).toEqual(['a']);
  expect(lines[0]!.end).toEqual({ x: FRAME.width - FRAME.right, y: y(0.5) });
  expect(lines[0]!.mark!.x).toBe(x(0.5));
  expect(lines[0]!.mark!.low).toBeGreaterThan(lines[0]!.mark!.high);
  expect(rules.map(({ level }) => level)).toEqual([0, 1]);
});
