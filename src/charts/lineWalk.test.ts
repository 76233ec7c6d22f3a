import { expect, test } from 'vitest';
import type { Point } from './lineLayout';
import { lineWalk } from './lineWalk';

const lineOf = (...x: number[]) => x.map((at): Point => [at, 1 - at]);
const LINES = [lineOf(0, 0.25, 0.5, 0.75, 1), lineOf(0.1, 0.55, 0.9)];
const at = (row: number, column: number) => ({ row, column });

test('left and right go along the line and stop at its ends, Home and End go there', () => {
  expect(lineWalk('ArrowRight', at(0, 1), LINES)).toEqual(at(0, 2));
  expect(lineWalk('ArrowRight', at(0, 4), LINES)).toEqual(at(0, 4));
  expect(lineWalk('ArrowLeft', at(0, 0), LINES)).toEqual(at(0, 0));
  expect(lineWalk('End', at(1, 0), LINES)).toEqual(at(1, 2));
  expect(lineWalk('Home', at(1, 2), LINES)).toEqual(at(1, 0));
});

test('up and down keep the x as near as the other line allows', () => {
  expect(lineWalk('ArrowDown', at(0, 2), LINES)).toEqual(at(1, 1));
  expect(lineWalk('ArrowDown', at(0, 4), LINES)).toEqual(at(1, 2));
  expect(lineWalk('ArrowUp', at(1, 0), LINES)).toEqual(at(0, 0));
  expect(lineWalk('ArrowUp', at(0, 2), LINES)).toEqual(at(0, 2));
});

test('a page is a tenth of the line; other keys lead nowhere', () => {
  const long = [lineOf(...Array.from({ length: 100 }, (_, i) => i / 99))];
  expect(lineWalk('PageUp', at(0, 50), long)).toEqual(at(0, 60));
  expect(lineWalk('PageDown', at(0, 4), long)).toEqual(at(0, 0));
  expect(lineWalk('PageUp', at(0, 95), long)).toEqual(at(0, 99));
  expect(lineWalk('Tab', at(0, 2), LINES)).toBeNull();
});
