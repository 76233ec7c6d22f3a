import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bin } from '../calibration/bins';
import {
  histogramOutlines,
  LETTER,
  NAME_INDENT,
  overlayLabels,
  overlayMarks,
} from './overlayLayout';
import { axis, PLOT } from './reliabilityLayout';

const bin = (confidence: number, accuracy: number, count = 10): Bin => ({
  ...{ lower: 0, upper: 1, count, confidence, accuracy },
  low: Math.max(0, accuracy - 0.05),
  high: Math.min(1, accuracy + 0.05),
});
const side = (name: string, bins: readonly Bin[]) => ({
  name,
  marks: overlayMarks({ name, arm: 'base', bins, confidence: new Float64Array(100) }),
});

test('marks come by confidence, empty bins left out, each with its own bin', () => {
  const { marks } = side('x', [bin(0.9, 0.5), bin(NaN, NaN, 0), bin(0.2, 0.3)]);
  expect(marks.map(({ index }) => index)).toEqual([2, 0]);
});

test('the names stand inside the plot and do not cover each other, wherever the marks are', () => {
  const bins = fc.array(
    fc.record({
      c: fc.double({ min: 0, max: 1, noNaN: true }),
      a: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 15 },
  );
  fc.assert(
    fc.property(bins, bins, (first, second) => {
      const sides = [first, second].map((points, i) =>
        side(
          i === 0 ? 'RLVR · 4-bit' : 'Calibration-aware, proper',
          points.map(({ c, a }) => bin(c, a)),
        ),
      );
      const boxes = overlayLabels(sides).map((label) => ({
        left: label!.x,
        right: label!.x + LETTER * label!.text.length + NAME_INDENT,
        top: label!.y - 7.5,
        bottom: label!.y + 7.5,
      }));
      for (const { left, right, top, bottom } of boxes) {
        expect(left).toBeGreaterThan(axis.x(0) - 1);
        expect(right).toBeLessThan(axis.x(1) + 1);
        expect(top).toBeGreaterThan(axis.y(1) - 1);
        expect(bottom).toBeLessThan(axis.y(0) + 1);
      }
      const [a, b] = boxes;
      const apart =
        a!.right <= b!.left || b!.right <= a!.left || a!.bottom <= b!.top || b!.bottom <= a!.top;
      expect(apart).toBe(true);
    }),
  );
});

test('two models that are certain of everything: both names left of their marks, apart', () => {
  const certain = (accuracy: number) =>
    Array.from({ length: 8 }, (_, i) => bin(0.999, accuracy + i / 100));
  const labels = overlayLabels([side('RLVR', certain(0.5)), side('Base', certain(0.3))]);
  for (const label of labels)
    expect(label!.x + LETTER * label!.text.length + NAME_INDENT).toBeLessThan(axis.x(0.999));
  expect(Math.abs(labels[0]!.y - labels[1]!.y)).toBeGreaterThan(15);
});

test('no marks, no name', () => {
  expect(overlayLabels([side('x', []), side('y', [bin(0.5, 0.5)])])[0]).toBeNull();
});

test('histograms share one scale of shares: the most common step of all fills the strip', () => {
  const heights = histogramOutlines([
    { confidence: new Float64Array(10).fill(0.99) },
    { confidence: Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 0.99 : 0.5)) },
  ]).map((path) => Math.min(...[...path.matchAll(/V([\d.]+)/g)].map((match) => Number(match[1]))));
  const floor = axis.y(0) + PLOT.gap + PLOT.strip;
  expect(floor - heights[0]!).toBeCloseTo(PLOT.strip, 1);
  expect(floor - heights[1]!).toBeCloseTo(PLOT.strip / 2, 1);
  expect(histogramOutlines([{ confidence: new Float64Array() }])[0]).not.toContain('NaN');
});
