import { symbol } from 'd3-shape';
import { expect, test } from 'vitest';
import { SYMBOLS, type Marker } from './armStyle';
import { markPath } from './markPath';

const numbers = (path: string) => path.match(/-?\d+(\.\d+)?/g)!.map(Number);
const MARKERS = Object.keys(SYMBOLS) as Marker[];

test('a marker at the origin is what d3 draws there', () => {
  for (const marker of ['diamond', 'triangle', 'star', 'cross'] as const) {
    const expected = numbers(symbol(SYMBOLS[marker], 60)() ?? '');
    // d3 writes horizontal and vertical steps shorter; the extremes are the same.
    const own = numbers(markPath(marker, 60, 0, 0));
    expect(Math.max(...own)).toBeCloseTo(Math.max(...expected), 1);
    expect(Math.min(...own)).toBeCloseTo(Math.min(...expected), 1);
  }
});

test('every marker moves with its place and says nothing that is no number', () => {
  for (const marker of MARKERS) {
    const path = markPath(marker, 30, 50, 50);
    expect(path).toMatch(/^M/);
    expect(path).not.toMatch(/NaN|undefined/);
    for (const coordinate of numbers(path.replace(/A[\d.]+ [\d.]+ 0 1 1 /g, 'L')))
      expect(Math.abs(coordinate - 50)).toBeLessThan(10);
  }
});

test('down is the triangle upside down', () => {
  const y = (path: string) => numbers(path).filter((_, i) => i % 2 === 1);
  const up = y(markPath('triangle', 40, 0, 0));
  const down = y(markPath('down', 40, 0, 0));
  expect(Math.min(...down)).toBeCloseTo(-Math.max(...up), 6);
});
