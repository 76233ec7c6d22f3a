import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings';
import { agreementOf, columnsOf } from './columns';
import { marginTable } from '../standIn';

test('cases are numbered alike in all tables, missing decisions left out', () => {
  const [a, b] = columnsOf(
    [marginTable([1, NaN, 3], [2]), marginTable([5, 6], [], { from: 1 })],
    DEFAULT_SETTINGS,
  );
  expect([...a!.cases]).toEqual([0, 1]);
  expect([...a!.correct]).toEqual([1, 0]);
  // Case 2 is the second of the first table; case 1 had no decision there.
  expect([...b!.cases]).toEqual([1, 2]);
  expect(b!.confidence[0]).toBeCloseTo(1 / (1 + Math.exp(-6)), 12);
});

test('the temperature is in the confidences', () => {
  const [cold, warm] = [1, 2].map(
    (temperature) => columnsOf([marginTable([2])], { ...DEFAULT_SETTINGS, temperature })[0]!,
  );
  expect(cold!.confidence[0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  expect(warm!.confidence[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
});

test('agreement counts common cases alone', () => {
  const own = marginTable([1, 2, NaN, 4]);
  const other = { ...own, chosen: Int8Array.of(0, 1, 0, 0) };
  expect(agreementOf(own, other)).toEqual({ n: 3, share: 2 / 3 });
  expect(agreementOf(own, marginTable([1], [], { from: 50 }))).toEqual({ n: 0, share: NaN });
});
