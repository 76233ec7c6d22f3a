import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reliabilityBins, type Edges } from './bins';
import { defaultResamples, eceInterval, eceNull, eceOfRows, expectedCalibrationError } from './ece';
import { equalMassEceOfTimes } from './eceResampling';
import { createRandom } from './random';

const wide = (edges: Edges) => ({ bins: 10, binning: 'equal-width' as const, edges });

test.each([
  [
    [0.95, 1],
    [1, 0],
    [0.475, 0.475, 0.475, 0.525],
  ],
  [[0], [1], [0, 1, 1, 1]],
  [
    [0.25, 0.3, 0.35],
    [0, 1, 0],
    [0.266667, 0.266667, 0.266667, 0.266667],
  ],
  [new Array<number>(10).fill(0.8), [1, 1, 1, 1, 1, 0, 0, 0, 0, 0], [0.3, 0.3, 0.3, 0.3]],
])('published vectors of Guo, netcal, verified_calibration, torchmetrics: %j', (c, y, expected) => {
  const values = (['guo', 'left', 'right', 'torchmetrics'] as const).map((edges) =>
    eceOfRows(Float64Array.from(c), Uint8Array.from(y), wide(edges)),
  );
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[i]!, 6);
});

/** Calibrated confidences and outcomes. */
function calibrated(n: number, seed: string): [Float64Array, Uint8Array] {
  const random = createRandom(seed);
  const confidence = new Float64Array(n).map(() => 0.5 + random() / 2);
  return [confidence, Uint8Array.from(confidence, (c) => (random() < c ? 1 : 0))];
}

test('of rows and of bins it is the same number, in [0, 1], whatever the order of the rows', () => {
  const row = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 50 }),
      fc.constantFrom('equal-mass' as const, 'equal-width' as const),
      fc.constantFrom<Edges[]>('right', 'left', 'guo', 'torchmetrics'),
      (data, binning, edges) => {
        const how = { bins: 7, binning, edges };
        const of = (list: typeof data) =>
          [Float64Array.from(list, (r) => r[0]), Uint8Array.from(list, (r) => +r[1])] as const;
        const value = eceOfRows(...of(data), how);
        const bins = reliabilityBins(...of(data), how);
        expect(value).toBeCloseTo(expectedCalibrationError(bins, data.length), 12);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(eceOfRows(...of([...data].reverse()), how)).toBeCloseTo(value, 12);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a constant forecast equal to its base rate has none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (n, right) => {
      fc.pre(right <= n);
      const correct = new Uint8Array(n).fill(1, 0, right);
      expect(eceOfRows(new Float64Array(n).fill(right / n), correct)).toBeCloseTo(0, 12);
    }),
    { numRuns: 1000 },
  );
});

test('a bootstrap sample that repeats rows equals binning the repeated rows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(12), fc.boolean(), fc.nat()), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 20 }),
      (data, bins) => {
        const rows = data.map(([c, y]) => [c / 12, +y] as const).sort((a, b) => a[0] - b[0]);
        const times = new Uint16Array(rows.length);
        for (const [, , at] of data) times[at % rows.length]!++;
        const drawn = rows.flatMap((row, i) => new Array<typeof row>(times[i]!).fill(row));
        const fast = equalMassEceOfTimes(
          Float64Array.from(rows, (r) => r[0]),
          Float64Array.from(rows, (r) => r[1] - r[0]),
          times,
          bins,
        );
        const slow = eceOfRows(
          Float64Array.from(drawn, (r) => r[0]),
          Uint8Array.from(drawn, (r) => r[1]),
          { bins },
        );
        expect(fast).toBeCloseTo(slow, 12);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each(['equal-mass', 'equal-width'] as const)(
  '%s: the interval and the null are seeded, and a calibrated model looks calibrated',
  (binning) => {
    const [confidence, correct] = calibrated(500, 'calm');
    const how = { binning, edges: 'guo' as const };
    const interval = eceInterval(confidence, correct, how, { resamples: 400, seed: 3 });
    expect(interval).toEqual(eceInterval(confidence, correct, how, { resamples: 400, seed: 3 }));
    expect(interval).not.toEqual(eceInterval(confidence, correct, how, { resamples: 400 }));
    expect(interval.low).toBeLessThan(interval.high);
    const null_ = eceNull(confidence, correct, how, { resamples: 400, seed: 3 });
    expect(null_.p).toBeGreaterThan(0.05);
    expect(null_.mean).toBeLessThan(null_.upper);
    const wrong = eceNull(confidence, new Uint8Array(500), how, { resamples: 400 });
    expect(wrong.p).toBeCloseTo(1 / 401, 12);
  },
);

test('the null ECE of 15 bins is about .16 at n = 50, .08 at 200, .04 at 1000', () => {
  for (const [n, floor] of [
    [50, 0.16],
    [200, 0.08],
    [1000, 0.04],
  ] as const)
    expect(Math.abs(eceNull(...calibrated(n, `floor ${n}`)).mean / floor - 1)).toBeLessThan(0.15);
});

test('rows in no bin count in n and in nothing else', () => {
  const confidence = Float64Array.of(0, 0, 0.5, 0.5);
  const correct = Uint8Array.of(1, 1, 1, 1);
  const how = wide('guo');
  expect(eceOfRows(confidence, correct, how)).toBe(0.25);
  expect(eceNull(confidence, correct, how).upper).toBeLessThanOrEqual(0.25);
  expect(eceInterval(confidence, correct, how).high).toBeLessThanOrEqual(0.5);
});

test('of nothing there is none', () => {
  const none = [new Float64Array(), new Uint8Array()] as const;
  expect(expectedCalibrationError([], 0)).toBeNaN();
  expect(eceInterval(...none).low).toBeNaN();
  expect(eceNull(...none).mean).toBeNaN();
});

test('large tables are resampled less often', () => {
  expect([10, 200_000, 1_000_000, 1e8].map(defaultResamples)).toEqual([1000, 1000, 200, 100]);
});

test('bins that cannot be and confidences outside [0, 1] are refused whatever the binning', () => {
  for (const binning of ['equal-mass', 'equal-width'] as const) {
    expect(() => eceOfRows(Float64Array.of(0.5, 2), Uint8Array.of(1, 1), { binning })).toThrow(
      'row 1',
    );
    expect(() => eceOfRows(Float64Array.of(0.5), Uint8Array.of(1), { binning, bins: 0 })).toThrow(
      'number of bins',
    );
  }
});
