import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram } from '../calibration/histogram';
import type { Bin } from '../calibration/bins';
import { axis, histogramBars, openPath, PLOT, reliabilityMarks } from './reliabilityLayout';

const bin = (confidence: number, accuracy: number, count: number): Bin => ({
  lower: 0,
  upper: 1,
  count,
  confidence,
  accuracy,
  low: Math.max(0, accuracy - 0.1),
  high: Math.min(1, accuracy + 0.1),
});

test('a calibrated bin lies on the diagonal, an overconfident one below it', () => {
  const [on, below] = reliabilityMarks([bin(0.7, 0.7, 10), bin(0.9, 0.4, 10)], 20);
  expect(on!.y).toBeCloseTo(on!.diagonal, 9);
  expect(below!.y).toBeGreaterThan(below!.diagonal);
  expect(below!.high).toBeLessThan(below!.low);
});

test('empty bins are not drawn, and the others keep their index', () => {
  const marks = reliabilityMarks([bin(NaN, NaN, 0), bin(0.5, 0.5, 3)], 3);
  expect(marks.map((mark) => mark.index)).toEqual([1]);
});

test('counts are written only where they do not cover each other', () => {
  const marks = reliabilityMarks([bin(0.99, 0.5, 4), bin(0.995, 0.5, 5), bin(0.2, 0.2, 6)], 15);
  expect(marks.map((mark) => mark.label)).toEqual([null, null, '6']);
});

test('the histogram holds every row once and stays inside its strip', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (confidence) => {
      const bars = histogramBars(histogram(Float64Array.from(confidence)));
      expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(confidence.length);
      for (const bar of bars) {
        expect(bar.height).toBeLessThanOrEqual(PLOT.strip);
        expect(bar.y).toBeGreaterThanOrEqual(axis.y(0));
      }
    }),
  );
});

test('a confidence that is known to an interval only is a line across its mark', () => {
  const bounds = { low: Float64Array.of(0.5, 0.9, NaN), high: Float64Array.of(0.75, 0.9, NaN) };
  const bins = [bin(0.75, 0.5, 2), bin(0.9, 0.9, 2), bin(NaN, NaN, 0)];
  const [open, exact] = reliabilityMarks(bins, 4, bounds);
  expect(open!.open).toEqual([axis.x(0.5), axis.x(0.75)]);
  expect(exact!.open).toBeNull();
  expect(openPath([open!, exact!])).toBe(
    `M${axis.x(0.5)} ${open!.y - 3}v6m0 -3H${axis.x(0.75)}m0 -3v6`,
  );
});
