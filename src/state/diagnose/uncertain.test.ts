import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decided, tokenOf, traceOfIds } from './traceFixture';
import { uncertainSteps } from './uncertain';

const traceOf = (ps: readonly number[]) => ({
  ...traceOfIds([]),
  tokens: ps.map((p, i) => tokenOf(i, p)),
});

test('the least certain steps come first, each with the token that was not taken', () => {
  const steps = uncertainSteps(traceOf([0.99, 0.6, 0.8, 0.95]), 2);
  expect(steps.map(({ at }) => at)).toEqual([1, 2]);
  expect(steps[0]!.other.id).toBe(101);
  expect(steps[0]!.certainty).toBeCloseTo(0.6, 12);
});

test('where a sampled trace took an unlikely token, the likeliest is the other one', () => {
  const [step] = uncertainSteps(traceOf([0.1]), 1);
  expect(step!.other.id).toBe(100);
  expect(step!.certainty).toBeCloseTo(0.9, 12);
});

test('the decision token and what follows is no step of the reasoning', () => {
  const trace = { ...traceOf([0.9, 0.8, 0.5, 0.5]), decision: decided(0) };
  expect(uncertainSteps(trace, 9).map(({ at }) => at)).toEqual([1, 0]);
});

test('no more steps than asked for, in order of certainty', () => {
  const p = fc.double({ min: 0.51, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(fc.array(p, { maxLength: 20 }), fc.nat(8), (ps, count) => {
      const steps = uncertainSteps(traceOf(ps), count);
      expect(steps).toHaveLength(Math.min(count, ps.length));
      const certainties = steps.map(({ certainty }) => certainty);
      expect(certainties).toEqual([...certainties].sort((a, b) => a - b));
    }),
  );
});

test('a step without a logged alternative is left out', () => {
  const trace = traceOf([0.9]);
  const tokens = trace.tokens.map((token) => ({ ...token, top: [token] }));
  expect(uncertainSteps({ ...trace, tokens }, 3)).toEqual([]);
});
