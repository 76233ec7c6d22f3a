import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './arbitraries';
import { cascadeCurve, cascadeOutcomes, pairCases } from './cascade';

const mean = (values: Uint8Array) => values.reduce((sum, y) => sum + y, 0) / values.length;

test('confident rows keep their decision, the others get the second model’s', () => {
  const confidence = Float64Array.of(0.9, 0.5, 0.2);
  const outcomes = cascadeOutcomes(confidence, Uint8Array.of(1, 0, 0), Uint8Array.of(0, 0, 1), 0.5);
  expect([...outcomes]).toEqual([1, 0, 1]);
});

test('the curve goes from the first model alone to the second alone through every cascade', () => {
  const second = fc.array(fc.nat(1), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(rowsOf(), second, ({ confidence, correct }, others) => {
      const other = Uint8Array.from(others.slice(0, correct.length));
      const { threshold, sent, accuracy } = cascadeCurve(confidence, correct, other);
      expect([sent[0], sent.at(-1)]).toEqual([0, 1]);
      expect(accuracy[0]).toBeCloseTo(mean(correct), 12);
      expect(accuracy.at(-1)).toBeCloseTo(mean(other), 12);
      for (const [i, t] of threshold.entries())
        expect(mean(cascadeOutcomes(confidence, correct, other, t))).toBeCloseTo(accuracy[i]!, 12);
    }),
  );
  expect(cascadeCurve(new Float64Array(), new Uint8Array(), new Uint8Array()).sent).toHaveLength(0);
});

test('cases are paired by id, those of one list alone are left out', () => {
  const { first, second } = pairCases(['a', 'b', 'c'], ['c', 'd', 'a']);
  expect([...first]).toEqual([0, 2]);
  expect([...second]).toEqual([2, 0]);
});
