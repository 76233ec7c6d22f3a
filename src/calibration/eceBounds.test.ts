import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binIndex, type BinningOptions } from './bins';
import { binRanges } from './binRanges';
import { confidenceBounds } from './confidenceBounds';
import { eceBounds } from './eceBounds';
import { eceOfRows } from './ece';
import { scaledConfidence } from './scaling';

const conventions: BinningOptions[] = [
  { binning: 'equal-mass' },
  ...(['right', 'left', 'guo', 'torchmetrics'] as const).map((edges) => ({
    binning: 'equal-width' as const,
    edges,
  })),
];
const point = fc.oneof(
  fc.constantFrom(0, 0.2, 0.25, 0.5, 0.75, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
/** A row: two ends, where the truth lies between them, the outcome. Often exact. */
const row = fc.tuple(
  point,
  fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.3, noNaN: true })),
  fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  fc.nat(1),
);
const made = fc.array(row, { minLength: 1, maxLength: 40 }).map((rows) => {
  const low = Float64Array.from(rows, ([c]) => c);
  const high = Float64Array.from(rows, ([c, width]) => Math.min(1, c + width));
  const truth = Float64Array.from(rows, ([, , at], i) =>
    Math.min(high[i]!, low[i]! + at * (high[i]! - low[i]!)),
  );
  return { low, high, truth, correct: Uint8Array.from(rows, ([, , , y]) => y) };
});

test('the true ECE lies within its bounds, every row in one of its bins', () => {
  fc.assert(
    fc.property(
      made,
      fc.constantFrom(...conventions),
      fc.integer({ min: 1, max: 8 }),
      ({ truth, correct, ...bounds }, convention, bins) => {
        const how = { ...convention, bins };
        const value = eceOfRows(truth, correct, how);
        const { low, high } = eceBounds(bounds, correct, how);
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
        if (convention.binning === 'equal-mass') return;
        const { first, last } = binRanges(bounds, how);
        binIndex(truth, how).forEach((bin, i) => {
          expect(bin).toBeGreaterThanOrEqual(first[i]!);
          expect(bin).toBeLessThanOrEqual(last[i]!);
        });
      },
    ),
    { numRuns: 600 },
  );
});

test('confidences that are exact have the ECE itself for bounds', () => {
  fc.assert(
    fc.property(made, fc.constantFrom(...conventions), ({ truth, correct }, convention) => {
      const bounds = eceBounds({ low: truth, high: truth }, correct, convention);
      const value = eceOfRows(truth, correct, convention);
      expect(bounds.exact).toBe(true);
      expect(bounds.low).toBeCloseTo(value, 12);
      expect(bounds.high).toBeCloseTo(value, 12);
    }),
  );
});

test('within one bin the ends are attained', () => {
  const bounds = { low: Float64Array.of(0.61, 0.7), high: Float64Array.of(0.65, 0.7) };
  const correct = Uint8Array.of(1, 0);
  const how = { binning: 'equal-width', bins: 5 } as const;
  const found = eceBounds(bounds, correct, how);
  expect(found.exact).toBe(true);
  expect(found.high).toBeCloseTo(eceOfRows(bounds.high, correct, how), 12);
  expect(found.low).toBeCloseTo(eceOfRows(bounds.low, correct, how), 12);
});

test('ends that are no interval are refused, nothing has no ECE', () => {
  const one = (value: number) => Float64Array.of(value);
  expect(() => eceBounds({ low: one(0.6), high: one(0.5) }, Uint8Array.of(1))).toThrow(RangeError);
  expect(() => eceBounds({ low: one(0.6), high: one(0.7) }, new Uint8Array(2))).toThrow(/2 outcom/);
  const none = new Float64Array();
  expect(eceBounds({ low: none, high: none }, new Uint8Array()).low).toBeNaN();
});

test('the confidence of any logits within their intervals lies within the bounds', () => {
  const logit = fc.oneof(fc.constant(-Infinity), fc.double({ min: -30, max: 5, noNaN: true }));
  const option = fc.tuple(logit, fc.option(fc.double({ min: 0, max: 4, noNaN: true })), point);
  fc.assert(
    fc.property(
      fc.array(option, { minLength: 2, maxLength: 5 }),
      fc.nat(4),
      fc.double({ min: 0, max: 4, noNaN: true }),
      (options, pick, factor) => {
        const k = options.length;
        const chosen = [pick % k];
        const base = options.map(([least], j) => (j === chosen[0] && least < -99 ? -1 : least));
        const lower = Float64Array.from(base);
        const upper = Float64Array.from(options, ([, width], j) =>
          width === null ? NaN : base[j] === -Infinity ? -10 + width : base[j]! + width,
        );
        const truth = Float64Array.from(options, ([, width, at], j) =>
          width === null || at === 0
            ? base[j]!
            : upper[j]! + Math.log(at + (1 - at) * Math.exp(base[j]! - upper[j]!)),
        );
        const { low, high } = confidenceBounds(lower, upper, k, chosen, factor);
        const [value, known] = [truth, lower].map(
          (logits) => scaledConfidence(logits, k, chosen, factor)[0]!,
        );
        for (const confidence of [value!, known!]) {
          expect(confidence).toBeGreaterThanOrEqual(low[0]! - 1e-12);
          expect(confidence).toBeLessThanOrEqual(high[0]! + 1e-12);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('columns of other lengths and negative factors are refused', () => {
  const two = new Float64Array(2);
  expect(() => confidenceBounds(two, new Float64Array(3), 2, [0], 1)).toThrow(RangeError);
  expect(() => confidenceBounds(two, two, 2, [0], -1)).toThrow(/not ≥ 0/);
});
