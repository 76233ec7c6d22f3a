import { expect, test } from 'vitest';
import { bootstrap } from '../bootstrap';
import { clopperPearson } from '../clopperPearson';
import { wilson } from '../wilson';
import { applyBeta, fitBeta } from '../calibrators/beta';
import { applyHistogram, fitHistogram } from '../calibrators/histogram';
import { applyIsotonic, fitIsotonic } from '../calibrators/isotonic';
import { logOddsOf } from '../calibrators/logOdds';
import { applyPlatt, fitPlatt } from '../calibrators/platt';
import { applyScalingBinning, fitScalingBinning } from '../calibrators/scalingBinning';
import golden from './calibrators.golden.json';
import { binaryData } from './datasets';

const QUERIES = Float64Array.of(0.001, 0.05, 0.31, 0.5, 0.77, 0.93, 0.999);
const odds = logOddsOf(QUERIES);

test.each(golden.fits)('$kind, n = $n', (expected) => {
  const { confidence: c, correct } = binaryData(expected.kind, expected.n, expected.seed);
  const confidence = c.map((value) => 0.0005 + value * 0.999);
  expect(correct.reduce((a, b) => a + b)).toBe(expected.right);
  const x = logOddsOf(confidence);
  const { bins } = expected;
  const answers = {
    platt: applyPlatt(fitPlatt(x, correct), odds),
    isotonic: applyIsotonic(fitIsotonic(confidence, correct), QUERIES),
    beta: applyBeta(fitBeta(x, correct), odds),
    histogram: applyHistogram(fitHistogram(confidence, correct, { bins }), QUERIES),
    'scaling-binning': applyScalingBinning(fitScalingBinning(x, correct, bins), odds),
  };
  // Closed forms to 1e-9; fits to 1e-6, the reference's stopping rule (scikit-learn, solver newton-
  // cholesky).
  for (const [name, values] of Object.entries(answers))
    for (const [i, value] of values.entries())
      expect([name, i, Math.abs(value - expected[name as keyof typeof answers][i]!)]).toEqual([
        name,
        i,
        expect.toSatisfy((gap: number) => gap <= (/isotonic|histogram/.test(name) ? 1e-9 : 1e-6)),
      ]);
});

test.each(golden.intervals)('%i right of %i: Wilson and Clopper–Pearson', (k, n, ...ends) => {
  const [w, e] = [wilson(k, n), clopperPearson(k, n)];
  for (const [i, end] of [w.low, w.high, e.low, e.high].entries())
    expect(Math.abs(end - ends[i]!)).toBeLessThanOrEqual(1e-9);
});

test.each(golden.bootstraps)('$method interval of the $statistic, $kind', (expected) => {
  const { confidence, correct } = binaryData(expected.kind, 100, 'bootstrap');
  const squares = confidence.map((c, i) => (c - correct[i]!) ** 2);
  const method = expected.method === 'bca' ? 'bca' : 'percentile';
  const { low, high } = bootstrap(
    100,
    (rows) => {
      const drawn = Array.from(rows, (row) => squares[row]!);
      const mean = drawn.reduce((a, b) => a + b) / drawn.length;
      if (expected.statistic === 'mean') return mean;
      return Math.sqrt(drawn.reduce((sum, v) => sum + (v - mean) ** 2, 0) / drawn.length);
    },
    { resamples: 20_000, method },
  );
  // Both draw at random (100 000 times there): the ends agree to 4 % of the width.
  const width = expected.high - expected.low;
  expect(Math.abs(low - expected.low) / width).toBeLessThan(0.04);
  expect(Math.abs(high - expected.high) / width).toBeLessThan(0.04);
});
