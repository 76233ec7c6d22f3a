import { expect, test } from 'vitest';
import { createRandom, randomWeighted } from '../../calibration/random';
import { decisionTable, type DecisionRow } from '../../traces/decisionTable';
import { sampleSubject } from '../subject';
import { optionFits, posteriorFit, posteriorIntervals, posteriorRows } from './posteriorRows';

const N = 400;
const provenance = { model: 'x', dtype: 'fp32', backend: 'cpu' };
const random = createRandom('rows');

/** Cases of a task decided by a model whose logits are those of the posterior, times `sharpness`. */
function tableOf(sharpness: number, withPosterior = true) {
  const rows = Array.from({ length: N }, (_, i): DecisionRow => {
    const { id, posterior } = sampleSubject('clinic', 5, i);
    const logits = posterior!.map((p) => sharpness * Math.log(p));
    const chosen = logits.indexOf(Math.max(...logits));
    const gold = randomWeighted(random, posterior!);
    return {
      caseId: id,
      decision: { status: 'found', tokenIndex: 0, chosen, logits, optionMass: 1 },
      gold,
      posterior: withPosterior ? posterior : null,
    };
  });
  return decisionTable(provenance, 'clinic', ['A', 'B', 'C', 'D'], rows);
}
const truth = posteriorRows(tableOf(1), 1);
const sharp = posteriorRows(tableOf(4), 1);

test('a model that gives the posterior is at no distance from it and at the ceiling', () => {
  const fit = posteriorFit(truth, {});
  expect(fit.absolute).toBeCloseTo(0, 12);
  expect(fit.kl).toBeCloseTo(0, 12);
  expect(fit.correlation).toBeCloseTo(1, 12);
  expect(fit.accuracy).toBe(fit.ceiling.accuracy);
  expect(fit.agrees).toBe(1);
});

test('a sharpened model is overconfident: all its gap has one sign', () => {
  const fit = posteriorFit(sharp, {});
  expect(fit.signed).toBeGreaterThan(0.1);
  expect(fit.absolute).toBeCloseTo(fit.signed, 12);
  expect(fit.kl).toBeGreaterThan(0.1);
});

test('the scaling that undoes the sharpness gives the posterior back', () => {
  const rows = posteriorRows(tableOf(4), 1 / 4);
  for (const [i, p] of rows.model.entries()) expect(p).toBeCloseTo(rows.posterior[i]!, 9);
});

test('rows without a posterior are left out', () => {
  expect(posteriorRows(tableOf(1, false), 1).row).toHaveLength(0);
  expect(posteriorFit(posteriorRows(tableOf(1, false), 1), {}).n).toBe(0);
});

test('over all options the model and the posterior have the same mean, 1/k', () => {
  const fits = optionFits(sharp, ['A', 'B', 'C', 'D']);
  expect(fits.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D', 'all']);
  expect(fits.at(-1)).toMatchObject({ n: 4 * N });
  expect(fits.at(-1)!.model).toBeCloseTo(0.25, 12);
  expect(fits.at(-1)!.posterior).toBeCloseTo(0.25, 12);
  const apart = fits.slice(0, 4).reduce((sum, { absolute }) => sum + absolute / 4, 0);
  expect(fits.at(-1)!.absolute).toBeCloseTo(apart, 12);
});

test('the intervals hold the estimates', () => {
  const fit = posteriorFit(sharp, {});
  const intervals = posteriorIntervals({ rows: sharp, binning: {} });
  for (const name of ['absolute', 'signed', 'correlation', 'kl'] as const) {
    expect(intervals[name].low).toBeLessThan(fit[name]);
    expect(intervals[name].high).toBeGreaterThan(fit[name]);
  }
  expect(intervals.ceilingEce.value).toBeCloseTo(fit.ceiling.ece, 12);
});
