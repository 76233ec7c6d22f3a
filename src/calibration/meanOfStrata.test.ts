import { expect, test } from 'vitest';
import { meanOfStrata } from './meanOfStrata';
import { createRandom } from './random';

const spread = (draws: Float64Array) => {
  const mean = draws.reduce((sum, d) => sum + d, 0) / draws.length;
  return Math.sqrt(draws.reduce((sum, d) => sum + (d - mean) ** 2, 0) / draws.length);
};

test('the mean of three strata drawn from one seed varies as independent ones do', () => {
  const random = createRandom(3);
  const draws = Float64Array.from({ length: 4000 }, random);
  const mean = meanOfStrata([0.2, 0.4, 0.9].map((value) => ({ value, draws })));
  expect(mean.value).toBeCloseTo(0.5, 12);
  expect(mean.draws).toHaveLength(4000);
  // Moving together they would keep the spread of one.
  expect(spread(mean.draws) / spread(draws)).toBeCloseTo(1 / Math.sqrt(3), 1);
});

test('one stratum keeps its draws, none has no mean', () => {
  const one = meanOfStrata([{ value: 0.3, draws: Float64Array.of(0.1, 0.5) }]);
  expect([...one.draws].sort()).toEqual([0.1, 0.5]);
  expect(meanOfStrata([]).value).toBeNaN();
});
