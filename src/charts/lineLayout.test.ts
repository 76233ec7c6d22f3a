import { expect, test } from 'vitest';
import { FRAME, lineLayout, niceDomain, thinned, type Point } from './lineLayout';

test('many points are thinned, the ends stay', () => {
  const points = Array.from({ length: 5000 }, (_, i): Point => [i, i]);
  const kept = thinned(points);
  expect(kept.length).toBeLessThan(300);
  expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
  expect(thinned(points.slice(0, 3))).toHaveLength(3);
});

test('the margin widens for a long label, up to a limit beyond which the label is cut', () => {
  const of = (label: string) =>
    lineLayout([{ key: 'a', label, points: [[0, 0]] }], [], { x: [0, 1], y: [0, 1] });
  expect(of('SFT').right).toBeGreaterThan(of('SFT, own reasoning').right);
  expect(of('SFT, own reasoning').lines[0]!.short).toBe('SFT, own reasoning');
  const cut = of('a file with a name that goes on and on.jsonl');
  expect(cut.lines[0]!.short).toMatch(/^a file with a name.*…$/);
  expect(cut.right).toBeGreaterThan(FRAME.width / 2);
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
  const { x, y, right, lines, rules } = lineLayout(
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
  expect(lines[0]!.end).toEqual({ x: right, y: y(0.5) });
  expect(lines[0]!.mark!.x).toBe(x(0.5));
  expect(lines[0]!.mark!.low).toBeGreaterThan(lines[0]!.mark!.high);
  expect(rules.map(({ level }) => level)).toEqual([0, 1]);
});
