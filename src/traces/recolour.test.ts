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
