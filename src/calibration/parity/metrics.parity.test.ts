import { expect, test } from 'vitest';
import { averageCalibrationError } from '../ace';
import { auroc } from '../auroc';
import { reliabilityBins, type Edges } from '../bins';
import { brier, brierMulticlass } from '../brier';
import { classwiseEce } from '../classwise';
import { corp } from '../corp';
import { debiasedCalibrationError } from '../debiased';
import { eceOfRows } from '../ece';
import { maximumCalibrationError } from '../mce';
import { negativeLogLikelihood } from '../nll';
import { posteriorDistance } from '../posterior';
import { argmaxRows, probabilities } from '../probabilities';
import { aurc, riskCoverage } from '../riskCoverage';
import { logSumExp, scaledConfidence } from '../scaling';
import { smoothEce } from '../smoothEce';
import { fitCalibrator } from '../calibrators/calibrator';
import { binaryData, multiclassData } from './datasets';
import golden from './metrics.golden.json';

type Figures = (typeof golden.binary)[number] | (typeof golden.vectors)[number];

/** Closed forms agree to 1e-9. Null in the golden file is undefined here. */
function agree(actual: number, expected: number | null | undefined, tolerance = 1e-9): void {
  if (expected === null || expected === undefined) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance);
}

/** The reference saw probabilities rounded to 12 decimals where ties decide. */
const rounded = (p: number): number => Math.round(p * 1e12) / 1e12;

function checkBinary(confidence: Float64Array, correct: Uint8Array, expected: Figures): void {
  const n = confidence.length;
  const { bins } = expected;
  const of = (edges: Edges) =>
    reliabilityBins(confidence, correct, { bins, binning: 'equal-width', edges });
  const mass = reliabilityBins(confidence, correct, { bins });
  for (const edges of ['right', 'left', 'guo', 'torchmetrics'] as const)
    agree(eceOfRows(confidence, correct, { bins, binning: 'equal-width', edges }), expected[edges]);
  agree(eceOfRows(confidence, correct, { bins }), expected.equalMass);
  agree(debiasedCalibrationError(mass, n), expected.debiasedMass);
  agree(debiasedCalibrationError(of('right'), n), expected.debiasedWidth);
  agree(maximumCalibrationError(of('torchmetrics')).value, expected.torchmetricsMax);
  agree(maximumCalibrationError(of('left')).value, expected.mce);
  agree(averageCalibrationError(of('left')), expected.ace);
  const smooth = smoothEce(confidence, correct);
  agree(smooth.value, expected.smooth);
  expect(smooth.bandwidth).toBe(expected.bandwidth);
  agree(brier(confidence, correct), expected.brier);
  agree(auroc(confidence, correct), expected.auroc);
  // torch-uncertainty keeps coverage in float32, and its order of ties is accidental: compared only
  // without ties.
  if (expected.aurc !== null)
    agree(aurc(riskCoverage(confidence, correct), 'trapezoid'), expected.aurc, 1e-6);
  if (expected.corp === null) return;
  const parts = corp(confidence, correct);
  const ours = [parts.miscalibration, parts.discrimination, parts.uncertainty, parts.brier];
  for (const [i, part] of ours.entries()) agree(part, expected.corp[i]);
}

test('the golden file holds at least 200 data sets', () => {
  expect(golden.binary.length + golden.multiclass.length).toBeGreaterThanOrEqual(200);
});

test.each(golden.vectors)('published vector $c; $y', (expected) => {
  const [c, y] = [Float64Array.from(expected.c), Uint8Array.from(expected.y)];
  checkBinary(c, y, expected);
  const { bins, relplotBinned } = expected;
  const wide = { bins, binning: 'equal-width', edges: 'torchmetrics' } as const;
  agree(eceOfRows(c, y, wide), relplotBinned);
});

test.each(golden.binary)('$kind, n = $n, seed $seed, $bins bins', (expected) => {
  const { confidence, correct } = binaryData(expected.kind, expected.n, expected.seed);
  agree(
    confidence.reduce((a, b) => a + b),
    expected.sum,
  );
  expect(correct.reduce((a, b) => a + b)).toBe(expected.rights);
  checkBinary(confidence, correct, expected);
});

test.each(golden.multiclass)('$kind, n = $n, K = $k, seed $seed', (expected) => {
  const { kind, n, k, seed, bins } = expected;
  const { logits, gold } = multiclassData(kind, n, k, seed);
  agree(
    logits.reduce((a, b) => a + b),
    expected.sum,
    1e-8,
  );
  expect(gold.reduce((a, b) => a + b)).toBe(expected.golds);
  const p = probabilities(logits, k);
  const chosen = argmaxRows(logits, k);
  const confidence = scaledConfidence(logits, k, chosen, 1);
  const correct = Uint8Array.from(chosen, (option, row) => (option === gold[row] ? 1 : 0));
  agree(negativeLogLikelihood(logits, k, gold).value, expected.nll);
  agree(brierMulticlass(p, k, gold), expected.brier);
  if (expected.brierSklearn !== null) agree(brierMulticlass(p, k, gold), expected.brierSklearn);
  const wide = { bins, binning: 'equal-width' as const };
  agree(classwiseEce(p, k, gold, wide).mean, expected.classwiseWidth);
  agree(classwiseEce(p.map(rounded), k, gold, { bins }).mean, expected.classwiseMass);
  agree(eceOfRows(confidence.map(rounded), correct, { bins }), expected.topMass);
  // torchmetrics rounds multiclass confidences to float32, where many become 1.
  const single = confidence.map(Math.fround);
  const saturated = eceOfRows(single, correct, { ...wide, edges: 'torchmetrics' });
  agree(saturated, expected.torchmetrics, 1e-6);
  const sums = gold.reduce((sum, _, r) => sum + logSumExp(logits.subarray(r * k, r * k + k)), 0);
  agree(sums, expected.logSumExp, 1e-8);
  agree(posteriorDistance(new Float64Array(n * k).fill(1 / k), p, k).kl, expected.kl);
  if (expected.factor === null) return;
  // scikit-learn stops its search over log T at 1e-3 or so of the minimum.
  const fitted = fitCalibrator('scale', { logits, k, chosen, gold });
  const scale = fitted.name === 'scale' ? fitted.scale : Number.NaN;
  expect(Math.abs(scale / expected.factor - 1)).toBeLessThan(1e-3);
  const loss = (factor: number) => negativeLogLikelihood(logits, k, gold, factor).value;
  expect(loss(scale)).toBeLessThanOrEqual(loss(expected.factor) + 1e-12);
});
