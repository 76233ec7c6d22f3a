import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logSumExp } from '../../calibration/scaling';
import { letterForms } from '../../traces/options';
import { loggedOptionLogits } from '../../traces/loggedOptions';
import type { LoggedStep } from './answer';
import { rawStep } from './rawStep';

const TEXTS = [' A', 'A', ' B', 'B', 'x', 'y', 'z', 'w'];
const OPTIONS = letterForms(['A', 'B']);

/** The log of a step that knows the `count` likeliest of a distribution at temperature T0, and the chosen token. */
function logged(raw: readonly number[], T0: number, count: number, chosen: number): LoggedStep {
  const scaled = raw.map((z) => z / T0);
  const norm = logSumExp(scaled);
  const tokens = TEXTS.map((text, id) => ({
    text,
    bytes: null,
    id,
    logprob: scaled[id]! - norm,
  }));
  const top = [...tokens].sort((a, b) => b.logprob - a.logprob).slice(0, count);
  const own = tokens[chosen]!;
  return { ...own, top: top.includes(own) ? top : [...top, own] };
}

test('what the whole vocabulary says lies between logit and bound, at any temperature to undo', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 8, maxLength: 8 }),
      fc.constantFrom(0.5, 1, 2),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(3),
      (raw, T0, count, chosen) => {
        const step = rawStep(logged(raw, T0, count, chosen), T0);
        const { logits, bounds, optionMass } = loggedOptionLogits(step, OPTIONS);
        const truth = [logSumExp(raw.slice(0, 2)), logSumExp(raw.slice(2, 4))];
        // Known up to one constant: that of the chosen token, which is logged.
        const shift = step.chosen.logprob - raw[chosen]!;
        truth.forEach((z, option) => {
          const bound = bounds?.[option] ?? NaN;
          const most = Number.isNaN(bound) ? logits[option]! + 2e-6 : bound;
          expect(z + shift).toBeGreaterThanOrEqual(logits[option]! - 1e-9);
          expect(z + shift).toBeLessThanOrEqual(most + 1e-9);
        });
        if (T0 !== 1) expect(optionMass).toBeNaN();
        else {
          const whole = Math.exp(logSumExp(truth) - logSumExp(raw));
          expect(optionMass).toBeLessThanOrEqual(whole + 1e-9);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('an option outside the log has no logit, and a bound by the least logged token', () => {
  const step = rawStep(logged([3, 0, -4, -5, 2, 1, 0.5, 0], 1, 4, 0), 1);
  const { logits, bounds } = loggedOptionLogits(step, OPTIONS);
  expect(logits[1]).toBe(-Infinity);
  const least = step.top[3]!.logprob;
  const rest = Math.log(1 - step.top.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0));
  expect(bounds![1]).toBeCloseTo(Math.min(least + Math.log(2), rest), 4);
  expect(rest).toBeLessThan(least + Math.log(2));
});

test('a chosen token that stands last by being chosen does not lower the bounds', () => {
  const raw = [1, -9, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8];
  const { cap } = rawStep(logged(raw, 1, 3, 1), 1);
  expect(cap).toBeGreaterThan(0.79 - logSumExp(raw));
});
