import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternativesAt, typedToken } from './alternatives';
import type { Token } from './trace';

const token = (ps: readonly number[], taken: number): Token => {
  const top = ps.map((p, id) => ({ id, text: ` ${id}`, logprob: Math.log(p) }));
  return { ...top[taken]!, logsumexp: 0, top };
};

test('at temperature 1 the alternatives have the probabilities that were logged', () => {
  const found = alternativesAt(token([0.6, 0.3, 0.1], 1), 1, 3);
  for (const [i, p] of [0.6, 0.3, 0.1].entries()) expect(found[i]!.p.low).toBeCloseTo(p, 12);
  expect(found.map(({ taken }) => taken)).toEqual([false, true, false]);
});

test('a taken token that was not logged joins the list at its place', () => {
  const logged = token([0.6, 0.3], 0);
  const taken = { ...logged, id: 9, text: ' 9', logprob: Math.log(0.05) };
  const found = alternativesAt(taken, 1, 700);
  expect(found.map(({ id }) => id)).toEqual([0, 1, 9]);
  expect(found[2]).toMatchObject({ taken: true });
});

test('at any temperature the bounds of the alternatives hold a distribution', () => {
  const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
  const temperature = fc.double({ min: 0.2, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 2, maxLength: 10 }), temperature, (weights, t) => {
      const total = weights.reduce((sum, value) => sum + value, 0.05);
      const ps = weights.map((value) => value / total).sort((a, b) => b - a);
      const found = alternativesAt(token(ps, 0), t, 700);
      const low = found.reduce((sum, { p }) => sum + p.low, 0);
      expect(low).toBeLessThanOrEqual(1 + 1e-9);
      for (const { p } of found) expect(p.low).toBeLessThanOrEqual(p.high);
    }),
  );
});

test('a typed token is found as typed, with the space that its place has, or not at all', () => {
  const texts = ['A', ' A', 'B', ' B', '\n'];
  expect(typedToken('A', ' C', texts)).toBe(1);
  expect(typedToken('A', ':', texts)).toBe(0);
  expect(typedToken('␣B', ':', texts)).toBe(3);
  expect(typedToken('AB', ' C', texts)).toBe(-1);
  expect(typedToken('', ' C', texts)).toBe(-1);
});
