import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, randomIndex, randomWeighted, shuffled } from './random';

test('the same seed gives the same sequence, another seed another', () => {
  const draw = (seed: string | number) => Array.from({ length: 5 }, createRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('draws are uniform on [0, 1): chi-square over 20 cells stays below its 99.99 % quantile', () => {
  const random = createRandom('uniform');
  const counts = new Array<number>(20).fill(0);
  for (let i = 0; i < 200_000; i++) counts[randomIndex(random, 20)]!++;
  const chi2 = counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
  expect(chi2).toBeLessThan(52.4);
});

test('weights of zero are never drawn', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.nat(3), { minLength: 1 }), (seed, weights) => {
      fc.pre(weights.some((w) => w > 0));
      expect(weights[randomWeighted(createRandom(seed), weights)]).toBeGreaterThan(0);
    }),
  );
});

test('shuffling keeps the items and leaves its input alone', () => {
  const items = Object.freeze([1, 2, 3, 4, 5, 6]);
  expect(shuffled(createRandom(1), items).sort()).toEqual(items);
});

test('an impossible draw is refused', () => {
  expect(() => randomIndex(createRandom(1), 0)).toThrow(RangeError);
  expect(() => randomWeighted(createRandom(1), [0, 0])).toThrow(RangeError);
});
