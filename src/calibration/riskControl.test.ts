import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './arbitraries';
import { createRandom } from './random';
import { controlRisk } from './riskControl';

/** Chance to be right at a confidence that is uniform in [0, 1]. */
const MODELS: Readonly<Record<string, (c: number) => number>> = {
  calibrated: (c) => 0.5 + 0.5 * c,
  'not monotone': (c) => 0.6 + 0.3 * Math.sin(9 * c),
  'at the target': () => 0.8,
  inverted: (c) => 1 - 0.5 * c,
};
const risk = 0.2;
const delta = 0.1;

/** Error rate above a threshold, by the midpoint rule. */
function trueRisk(right: (c: number) => number, threshold: number): number {
  const cells = 400;
  let sum = 0;
  for (let i = 0; i < cells; i++)
    sum += 1 - right(threshold + ((1 - threshold) * (i + 0.5)) / cells);
  return sum / cells;
}

function draw(right: (c: number) => number, n: number, random: () => number) {
  const confidence = Float64Array.from({ length: n }, random);
  return { confidence, correct: Uint8Array.from(confidence, (c) => (random() < right(c) ? 1 : 0)) };
}

test.each(Object.entries(MODELS))(
  '%s: the target is missed in no more than δ of the draws',
  (_, right) => {
    const random = createRandom('risk control');
    const draws = 400;
    let missed = 0;
    for (let seed = 0; seed < draws; seed++) {
      const { confidence, correct } = draw(right, 300, random);
      const { threshold } = controlRisk(confidence, correct, { risk, delta, seed });
      if (threshold !== null && trueRisk(right, threshold) > risk + 1e-9) missed++;
    }
    // Three standard deviations of 400 draws at δ.
    expect(missed / draws).toBeLessThan(delta + 3 * Math.sqrt((delta * (1 - delta)) / draws));
  },
);

test('a model that is good enough throughout answers everything, one that is never good nothing', () => {
  const random = createRandom(1);
  const good = draw(() => 0.95, 1000, random);
  expect(controlRisk(good.confidence, good.correct, { risk, delta }).threshold).toBe(0);
  const bad = draw(() => 0.6, 1000, random);
  const { threshold, tests } = controlRisk(bad.confidence, bad.correct, { risk, delta });
  expect(threshold).toBeNull();
  expect(tests).toHaveLength(1);
  expect(tests[0]!.upper).toBeGreaterThan(risk);
});

test('tests go from strict to loose, pass until the last, and the threshold is the last that passed', () => {
  fc.assert(
    fc.property(rowsOf(0, 80), ({ confidence, correct }) => {
      const { threshold, tests, ordering, testing } = controlRisk(confidence, correct, {
        risk: 0.4,
        delta,
      });
      expect(ordering + testing).toBe(confidence.length);
      expect(tests.slice(0, -1).every(({ passed }) => passed)).toBe(true);
      expect(tests.findLast(({ passed }) => passed)?.threshold ?? null).toBe(threshold);
      for (let i = 1; i < tests.length; i++)
        expect(tests[i]!.threshold).toBeLessThanOrEqual(tests[i - 1]!.threshold);
    }),
  );
});

test('targets outside (0, 1) and δ outside (0, 0.5) are refused', () => {
  const rows = [Float64Array.of(0.5), Uint8Array.of(1)] as const;
  for (const wrong of [0, 1, NaN]) {
    expect(() => controlRisk(...rows, { risk: wrong, delta })).toThrow(RangeError);
    expect(() => controlRisk(...rows, { risk, delta: wrong })).toThrow(RangeError);
  }
  expect(() => controlRisk(...rows, { risk, delta: 0.5 })).toThrow(RangeError);
});
