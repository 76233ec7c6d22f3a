import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreement } from './agreement';
import type { Decision } from './decision';

const found = (chosen: number, logits: readonly number[]): Decision => ({
  status: 'found',
  tokenIndex: 0,
  chosen,
  logits,
  optionMass: 1,
});
const missing: Decision = { status: 'missing', reason: 'cut-off' };

test('shares are those of the decided rollouts; certainty is p above .99', () => {
  const sure = found(1, [0, 10, 0]);
  const unsure = found(0, [1, 0, 0]);
  const of = agreement([sure, unsure, sure, missing], 3, 1);
  expect(of).toMatchObject({ rollouts: 4, decided: 3, majority: 1 });
  expect(of.certain).toMatchObject({ count: 2, n: 3 });
  expect(of.options.map(({ chosen }) => chosen.count)).toEqual([1, 2, 0]);
  expect(of.options[0]!.confidence).toBeCloseTo(Math.E / (Math.E + 2), 12);
  expect(of.options[2]!.confidence).toBeNaN();
  expect(agreement([sure, sure], 3, 0.01).certain.count).toBe(0);
});

test('without a decision there is no majority', () => {
  expect(agreement([missing], 2, 1)).toMatchObject({ decided: 0, majority: -1 });
});

test('shares of the options sum to 1, and confidences stay probabilities', () => {
  const logit = fc.double({ min: -30, max: 30, noNaN: true });
  const decision = fc.tuple(fc.nat(2), logit, logit, logit).map(([c, ...z]) => found(c, z));
  fc.assert(
    fc.property(fc.array(decision, { minLength: 1 }), (decisions) => {
      const { options, confidence } = agreement(decisions, 3, 1);
      const total = options.reduce((sum, { chosen }) => sum + chosen.share, 0);
      expect(total).toBeCloseTo(1, 12);
      for (const p of confidence) expect(p >= 0 && p <= 1).toBe(true);
    }),
  );
});
