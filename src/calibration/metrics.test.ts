import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageCalibrationError } from './ace';
import { permuted, rowsOf, type Rows } from './arbitraries';
import { auroc } from './auroc';
import { binIndex, reliabilityBins } from './bins';
import { brier } from './brier';
import { confidenceGap } from './confidenceGap';
import { corp } from './corp';
import { debiasedCalibrationError } from './debiased';
import { eceOfRows, expectedCalibrationError } from './ece';
import { maximumCalibrationError } from './mce';
import { murphy } from './murphy';
import { aurc, excessAurc, riskCoverage } from './riskCoverage';
import { smoothEce } from './smoothEce';

/** Every figure that is a number of rows alone. */
const METRICS: Readonly<Record<string, (rows: Rows) => number>> = {
  ece: ({ confidence, correct }) => eceOfRows(confidence, correct, { bins: 7 }),
  mce: ({ confidence, correct }) =>
    maximumCalibrationError(reliabilityBins(confidence, correct)).value,
  ace: ({ confidence, correct }) => averageCalibrationError(reliabilityBins(confidence, correct)),
  debiased: ({ confidence, correct }) =>
    debiasedCalibrationError(reliabilityBins(confidence, correct), correct.length),
  brier: ({ confidence, correct }) => brier(confidence, correct),
  auroc: ({ confidence, correct }) => auroc(confidence, correct),
  aurc: ({ confidence, correct }) => aurc(riskCoverage(confidence, correct)),
  excess: ({ confidence, correct }) => excessAurc(riskCoverage(confidence, correct)),
  miscalibration: ({ confidence, correct }) => corp(confidence, correct).miscalibration,
  discrimination: ({ confidence, correct }) => corp(confidence, correct).discrimination,
  reliability: ({ confidence, correct }) => murphy(confidence, correct).reliability,
  resolution: ({ confidence, correct }) => murphy(confidence, correct).resolution,
};

test.each(Object.entries(METRICS))(
  '%s lies in [0, 1] and ignores the order of rows',
  (_, metric) => {
    fc.assert(
      fc.property(rowsOf(), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (rows, keys) => {
        const value = metric(rows);
        const again = metric(permuted(rows, keys));
        if (Number.isNaN(value)) expect(again).toBeNaN();
        else {
          expect(value).toBeGreaterThanOrEqual(-1e-12);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(again).toBeCloseTo(value, 12);
        }
      }),
      { numRuns: 1000 },
    );
  },
);

test('smooth ECE lies in [0, 1], ignores the order, and is 0 at most by chance for the right forecast', () => {
  fc.assert(
    fc.property(
      rowsOf(1, 12),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      (rows, keys) => {
        const { value, bandwidth } = smoothEce(rows.confidence, rows.correct);
        const again = permuted(rows, keys);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(bandwidth).toBeGreaterThan(0);
        expect(smoothEce(again.confidence, again.correct).value).toBeCloseTo(value, 9);
      },
    ),
    // One evaluation convolves grids of thousands of cells.
    { numRuns: 250 },
  );
  const right = Uint8Array.from({ length: 100 }, (_, i) => (i < 70 ? 1 : 0));
  expect(smoothEce(new Float64Array(100).fill(0.7), right).value).toBeLessThan(1e-3);
  expect(smoothEce(new Float64Array(), new Uint8Array()).value).toBeNaN();
});

test('over- and underconfidence add up to the ECE; no bin is worse than the MCE', () => {
  fc.assert(
    fc.property(
      rowsOf(),
      fc.constantFrom('equal-mass' as const, 'equal-width' as const),
      (rows, binning) => {
        const n = rows.correct.length;
        const bins = reliabilityBins(rows.confidence, rows.correct, { bins: 6, binning });
        const ece = expectedCalibrationError(bins, n);
        const { over, under } = confidenceGap(bins, n);
        expect(over + under).toBeCloseTo(ece, 12);
        const { value, worst } = maximumCalibrationError(bins);
        expect(value).toBeGreaterThanOrEqual(ece - 1e-12);
        expect(Math.abs(bins[worst]!.accuracy - bins[worst]!.confidence)).toBe(value);
        expect(averageCalibrationError(bins)).toBeLessThanOrEqual(value + 1e-12);
      },
    ),
    { numRuns: 1000 },
  );
});

test('Murphy: brier = reliability − resolution + uncertainty + within, and nothing is within equal forecasts', () => {
  fc.assert(
    fc.property(rowsOf(), fc.integer({ min: 1, max: 9 }), ({ confidence, correct }, bins) => {
      for (const index of [undefined, binIndex(confidence, { bins })]) {
        const parts = murphy(confidence, correct, index);
        const sum = parts.reliability - parts.resolution + parts.uncertainty + parts.within;
        expect(sum).toBeCloseTo(parts.brier, 12);
        if (index === undefined) expect(parts.within).toBeCloseTo(0, 12);
      }
    }),
    { numRuns: 1000 },
  );
});

test('CORP: brier = miscalibration − discrimination + uncertainty; its parts bound those of Murphy', () => {
  fc.assert(
    fc.property(rowsOf(), ({ confidence, correct }) => {
      const parts = corp(confidence, correct);
      expect(parts.miscalibration - parts.discrimination + parts.uncertainty).toBeCloseTo(
        parts.brier,
        12,
      );
      expect(parts.brier).toBeCloseTo(brier(confidence, correct), 12);
      // A recalibration that must keep the order can win no more than a free one.
      expect(parts.miscalibration).toBeLessThanOrEqual(
        murphy(confidence, correct).reliability + 1e-12,
      );
    }),
    { numRuns: 1000 },
  );
});

test('bins that hold too little to debias add nothing; empty tables have no figure', () => {
  const [one, two] = [Float64Array.of(0.2), Float64Array.of(0.2, 0.2)];
  expect(debiasedCalibrationError(reliabilityBins(one, Uint8Array.of(1)), 1)).toBe(0);
  expect(debiasedCalibrationError(reliabilityBins(two, Uint8Array.of(1, 1)), 2)).toBeCloseTo(
    0.8,
    12,
  );
  expect(maximumCalibrationError([])).toEqual({ value: Number.NaN, worst: -1 });
  expect(averageCalibrationError([])).toBeNaN();
  const none = { confidence: new Float64Array(), correct: new Uint8Array() };
  for (const name of ['ece', 'brier', 'auroc', 'aurc', 'miscalibration', 'reliability'])
    expect(METRICS[name]!(none), name).toBeNaN();
});
