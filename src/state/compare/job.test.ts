import { expect, test } from 'vitest';
import { eceInterval, eceOfRows } from '../../calibration/ece';
import { pairedDifference } from '../../calibration/pairedDifference';
import { createRandom } from '../../calibration/random';
import { wilson } from '../../calibration/wilson';
import { commonRows } from './differences';
import { compareColumns, type Columns } from './job';

const BINNINGS = [
  { bins: 15, binning: 'equal-mass', edges: 'right' },
  { bins: 10, binning: 'equal-width', edges: 'left' },
] as const;

/** `n` decisions that claim `lean` more than they keep. */
function columnsOf(n: number, lean: number, seed: number, from = 0): Columns {
  const random = createRandom(seed);
  // A third of the rows is certain: ties.
  const confidence = Float64Array.from({ length: n }, (_, i) =>
    i % 3 === 0 ? 1 : 0.3 + 0.6 * random(),
  );
  return {
    confidence,
    correct: Uint8Array.from(confidence, (c) => (random() < c - lean ? 1 : 0)),
    cases: Int32Array.from({ length: n }, (_, i) => from + i),
  };
}
const first = columnsOf(300, 0.2, 1);
const second = columnsOf(300, 0, 2);
const ask = (columns: readonly Columns[], binning: (typeof BINNINGS)[number], resamples = 200) =>
  compareColumns({ columns, values: [0], pairs: [[0, 1]], binning, resamples });

test('alone: Wilson for accuracy, the interval that Explore shows for ECE', () => {
  for (const binning of BINNINGS) {
    const { n, accuracy, ece, meanConfidence } = ask([first, second], binning).values[0]!;
    const right = first.correct.reduce((sum, y) => sum + y, 0);
    expect(n).toBe(300);
    expect(accuracy).toMatchObject({ value: right / 300, ...wilson(right, 300) });
    const { value, low, high } = eceInterval(first.confidence, first.correct, binning, {
      resamples: 200,
    });
    expect(ece.value).toBeCloseTo(value, 12);
    expect(ece.low).toBeCloseTo(low, 12);
    expect(ece.high).toBeCloseTo(high, 12);
    expect(meanConfidence.low).toBeLessThan(meanConfidence.value);
    expect(meanConfidence.high).toBeGreaterThan(meanConfidence.value);
    expect(accuracy.draws).toHaveLength(200);
  }
});

test('differences are those of pairedDifference', () => {
  for (const binning of BINNINGS) {
    const { n, ece, accuracy } = ask([first, second], binning).pairs[0]!;
    const of =
      ({ confidence, correct }: Columns) =>
      (rows: Uint32Array) =>
        eceOfRows(
          Float64Array.from(rows, (row) => confidence[row]!),
          Uint8Array.from(rows, (row) => correct[row]!),
          binning,
        );
    const expected = pairedDifference(300, of(first), of(second), { resamples: 200 });
    expect(n).toBe(300);
    for (const key of ['value', 'low', 'high', 'p'] as const)
      expect(ece[key]).toBeCloseTo(expected[key], 12);
    expect(ece.low).toBeGreaterThan(0);
    expect(accuracy.high).toBeLessThan(0);
  }
});

test('an arm less itself is 0, certainly', () => {
  const { accuracy, ece, meanConfidence } = ask([first, first], BINNINGS[0]).pairs[0]!;
  for (const figure of [accuracy, ece, meanConfidence])
    expect(figure).toMatchObject({ value: 0, low: 0, high: 0, p: 1 });
});

test('only cases that both decided are compared', () => {
  const later = columnsOf(300, 0, 2, 250);
  const { n, accuracy } = ask([first, later], BINNINGS[0]).pairs[0]!;
  expect(n).toBe(50);
  const share = (columns: Columns, from: number) =>
    columns.correct.slice(from, from + 50).reduce((sum, y) => sum + y, 0) / 50;
  expect(accuracy.value).toBeCloseTo(share(first, 250) - share(later, 0), 12);
});

test('no common case: no difference, and no made-up one', () => {
  const { n, ece } = ask([first, columnsOf(10, 0, 2, 1000)], BINNINGS[0]).pairs[0]!;
  expect(n).toBe(0);
  expect(ece.value).toBeNaN();
  expect(ece.low).toBeNaN();
});

test('an arm without any decision has no figures', () => {
  const nothing = columnsOf(0, 0, 1);
  const { n, accuracy, ece } = ask([nothing, nothing], BINNINGS[0]).values[0]!;
  expect([n, accuracy.value, accuracy.low, ece.value, ece.high]).toEqual([0, NaN, NaN, NaN, NaN]);
});

test('rows of common cases stand beside each other', () => {
  const { first: a, second: b } = commonRows(Int32Array.of(1, 3, 4, 9), Int32Array.of(0, 3, 9));
  expect([...a]).toEqual([1, 3]);
  expect([...b]).toEqual([1, 2]);
});
