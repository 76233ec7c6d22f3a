import { expect, test } from 'vitest';
import { rove } from './rove';

const at = (row: number, column: number) => ({ row, column });

test('arrows walk, edges hold, other keys are left alone', () => {
  const lengths = [3, 3];
  expect(rove('ArrowRight', at(0, 0), lengths)).toEqual(at(0, 1));
  expect(rove('ArrowRight', at(0, 2), lengths)).toEqual(at(0, 2));
  expect(rove('ArrowDown', at(0, 1), lengths)).toEqual(at(1, 1));
  expect(rove('ArrowUp', at(0, 1), lengths)).toEqual(at(0, 1));
  expect(rove('Enter', at(0, 1), lengths)).toBeNull();
});

test('Home and End go to the ends of the row, with control to those of all', () => {
  const lengths = [3, 2];
  expect(rove('End', at(1, 0), lengths)).toEqual(at(1, 1));
  expect(rove('Home', at(1, 1), lengths)).toEqual(at(1, 0));
  expect(rove('Home', at(1, 1), lengths, undefined, true)).toEqual(at(0, 0));
  expect(rove('End', at(0, 0), lengths, undefined, true)).toEqual(at(1, 1));
});

test('holes are stepped over, a shorter row keeps its last column', () => {
  const exists = ({ row, column }: { row: number; column: number }) => row !== 0 || column !== 1;
  expect(rove('ArrowRight', at(0, 0), [3], exists)).toEqual(at(0, 2));
  expect(rove('ArrowLeft', at(0, 2), [3], exists)).toEqual(at(0, 0));
  expect(rove('ArrowDown', at(0, 2), [3, 1])).toEqual(at(1, 0));
});
