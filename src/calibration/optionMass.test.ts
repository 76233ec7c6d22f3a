import { expect, test } from 'vitest';
import { summariseOptionMass } from './optionMass';

test('unknown masses are left out', () => {
  expect(summariseOptionMass(Float64Array.of(0.5, Number.NaN, 1))).toEqual({
    n: 2,
    mean: 0.75,
    min: 0.5,
    p05: 0.525,
    median: 0.75,
  });
  expect(summariseOptionMass(Float64Array.of(Number.NaN))).toMatchObject({
    n: 0,
    mean: Number.NaN,
    min: Number.NaN,
  });
});
