import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logSumExp } from '../calibration/scaling';
import { chosenProbability } from './recolour';
import type { Token } from './trace';

function tokenOf(logits: readonly number[], id: number): Token {
  const logsumexp = logSumExp(logits);
  const top = logits
    .map((logit, i) => ({ id: i, text: String(i), logprob: logit - logsumexp }))
    .sort((a, b) => b.logprob - a.logprob)
    .slice(0, 10);
  return { id, text: String(id), logprob: logits[id]! - logsumexp, logsumexp, top };
}

test('a tail that is all but nothing still counts at a high temperature', () => {
  const logits = [
    12,
    ...Array.from({ length: 9 }, () => -1),
    ...Array.from({ length: 40 }, () => -18),
  ];
  const token = tokenOf(logits, 0);
  const truth = Math.exp(12 / 20 - logSumExp(logits.map((logit) => logit / 20)));
  const { low, high } = chosenProbability(token, 20, logits.length);
  expect(truth).toBeGreaterThanOrEqual(low);
  expect(truth).toBeLessThanOrEqual(high);
});

test('the true probability at any temperature lies within the bounds, exact at 1', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 12, maxLength: 60 }),
      fc.nat(),
      fc.double({ min: 0.2, max: 20, noNaN: true }),
      (logits, pick, temperature) => {
        const token = tokenOf(logits, pick % logits.length);
        const scaled = logits.map((logit) => logit / temperature);
        const truth = Math.exp(scaled[token.id]! - logSumExp(scaled));
        const { low, high } = chosenProbability(token, temperature, logits.length);
        expect(truth).toBeGreaterThanOrEqual(low * (1 - 1e-9) - 1e-12);
        expect(truth).toBeLessThanOrEqual(high * (1 + 1e-9) + 1e-12);
        expect(chosenProbability(token, 1, logits.length).low).toBeCloseTo(Math.exp(token.logprob));
      },
    ),
  );
});
