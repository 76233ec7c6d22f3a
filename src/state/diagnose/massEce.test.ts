import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eceOfRows } from '../../calibration/ece';
import { createRandom } from '../../calibration/random';
import { fullVocabulary, massGroups, massIntervals, splitByMass, type MassRows } from './massEce';

/** Not so near each other that their mean is one of them. */
const share = fc.integer({ min: 0, max: 1e6 }).map((i) => i / 1e6);
const rowsOf = (n: number, massOf: (u: number) => number): MassRows => {
  const random = createRandom(n);
  const confidence = Float64Array.from({ length: n }, () => random());
  const correct = Uint8Array.from(confidence, (c) => (random() < c ? 1 : 0));
  return { confidence, correct, mass: Float64Array.from({ length: n }, () => massOf(random())) };
};

test('every row is on one side of the cut, and the median halves rows that differ', () => {
  fc.assert(
    fc.property(fc.uniqueArray(share, { minLength: 2, maxLength: 40 }), (values) => {
      const { at, low, high } = splitByMass(Float64Array.from(values), 'median');
      expect(low.length).toBe(Math.floor(values.length / 2));
      expect([...low, ...high].sort((a, b) => a - b)).toEqual(values.map((_, i) => i));
      for (const row of low) expect(values[row]).toBeLessThan(at);
    }),
  );
});

test('a group holds what its rows hold; one without rows has no figure', () => {
  const rows = rowsOf(200, (u) => (u < 0.5 ? 0.8 : 0.999));
  const [all, low, high] = massGroups(rows, 0.9, {});
  expect(all!.n).toBe(200);
  expect(low!.n + high!.n).toBe(200);
  const at = [...rows.mass.keys()].filter((i) => rows.mass[i]! < 0.9);
  expect(low!.ece).toBeCloseTo(
    eceOfRows(
      Float64Array.from(at, (i) => rows.confidence[i]!),
      Uint8Array.from(at, (i) => rows.correct[i]!),
    ),
    12,
  );
  const none = massGroups(
    rowsOf(20, () => 1),
    0.9,
    {},
  )[1]!;
  expect(none).toEqual({ name: 'low', n: 0, accuracy: NaN, meanConfidence: NaN, ece: NaN });
});

test('where the options hold everything, the full vocabulary says the same', () => {
  const rows = rowsOf(100, () => 1);
  const groups = massGroups(rows, 'median', {});
  expect(groups[3]!.ece).toBeCloseTo(groups[0]!.ece, 12);
  expect(massIntervals({ rows, cut: 'median', binning: {} }).difference).toMatchObject({
    value: 0,
    low: 0,
    high: 0,
  });
});

test('half the mass elsewhere makes calibrated confidence far too low, and the interval says so', () => {
  const rows = rowsOf(600, () => 0.5);
  expect(fullVocabulary(rows)[0]).toBe(rows.confidence[0]! / 2);
  const { groups, difference } = massIntervals({ rows, cut: 'median', binning: {} });
  expect(groups.full.value).toBeGreaterThan(groups.all.value);
  expect(difference.low).toBeGreaterThan(0.1);
  expect(difference.value).toBeCloseTo(groups.full.value - groups.all.value, 12);
});
