import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidenceBounds } from '../../calibration/confidenceBounds';
import { eceBounds } from '../../calibration/eceBounds';
import { eceOfRows } from '../../calibration/ece';
import { logSumExp, scaledConfidence } from '../../calibration/scaling';
import { letterForms } from '../../traces/options';
import { usableBounds, usableColumns } from '../../traces/decisionTable';
import type { ImportedTrace } from './importedTrace';
import type { ImportSpec } from './importSpec';
import { optionLogits } from './optionLogits';
import { toDecisionTable } from './toDecisionTable';
import { alternative, tokenOf } from './tokenItem';

const OPTIONS = letterForms(['A', 'B', 'C']);
const VOCABULARY = [...OPTIONS.flatMap(({ forms }) => forms), ' the', '\n', 'x', 'é', 'D', ' D'];
const SPEC: ImportSpec = {
  options: OPTIONS,
  rule: { kind: 'position', index: 0 },
  part: 'completion',
  gold: null,
  temperature0: null,
};

/** Raw logits of the whole vocabulary, the sampling temperature of the log, its length, the chosen option. */
const step = fc.record({
  raw: fc.array(fc.double({ min: -12, max: 6, noNaN: true }), {
    minLength: VOCABULARY.length,
    maxLength: VOCABULARY.length,
  }),
  kept: fc.integer({ min: 0, max: VOCABULARY.length }),
  chosen: fc.nat(5),
  gold: fc.nat(2),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A trace of one token: the likeliest `kept` tokens at `temperature0`, and the chosen one. */
function traceOf({ raw, kept, chosen, gold }: Step, temperature0: number): ImportedTrace {
  const norm = logSumExp(raw, 1 / temperature0);
  const tokens = raw.map((z, i) => alternative(VOCABULARY[i]!, z / temperature0 - norm, i));
  const top = [...tokens].sort((a, b) => b.logprob - a.logprob).slice(0, kept);
  return {
    id: 'x/0',
    caseId: 'x',
    task: '',
    tokens: [tokenOf(tokens[chosen]!, top)],
    promptTokens: [],
    finish: 'stop',
    options: null,
    gold,
    posterior: null,
    recorded: null,
    provenance: { model: '', dtype: '', backend: '' },
  };
}

/** The option logits that the whole distribution gives, raw and up to a constant. */
const truthOf = ({ raw }: Step) => [0, 1, 2].map((o) => logSumExp(raw.slice(2 * o, 2 * o + 2)));

const scale = fc.constantFrom(0.1, 0.5, 1, 2, 5);
const heat = fc.constantFrom(1, 1, 0.3, 0.7, 2);

test('the logits of a truncated distribution lie between what is logged and the bounds', () => {
  fc.assert(
    fc.property(step, heat, (made, temperature0) => {
      const token = traceOf(made, temperature0).tokens[0]!;
      const { logits, bounds } = optionLogits(token, OPTIONS, temperature0);
      // Processed log-probabilities are the raw logits over T₀ less a constant, known here only.
      const constant = temperature0 * logSumExp(made.raw, 1 / temperature0);
      truthOf(made).forEach((z, option) => {
        expect(logits[option]).toBeLessThanOrEqual(z - constant + 1e-9);
        const most = bounds?.[option] ?? NaN;
        // A logit known to 1e-6 counts as exact and has no bound.
        const high = Number.isNaN(most) ? logits[option]! + 1e-6 : most;
        expect(high).toBeGreaterThanOrEqual(z - constant - 1e-9);
      });
    }),
    { numRuns: 1000 },
  );
});

test('with the whole vocabulary logged nothing is left to bound', () => {
  fc.assert(
    fc.property(step, (made) => {
      const token = traceOf({ ...made, kept: VOCABULARY.length }, 1).tokens[0]!;
      const { logits, bounds, optionMass } = optionLogits(token, OPTIONS, null);
      expect(bounds).toBeNull();
      const norm = logSumExp(made.raw);
      truthOf(made).forEach((z, option) => expect(logits[option]).toBeCloseTo(z - norm, 9));
      expect(optionMass).toBeCloseTo(Math.exp(logSumExp(truthOf(made)) - norm), 9);
    }),
  );
});

test('true confidence and true ECE lie within their intervals at every factor α/T', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      heat,
      scale,
      fc.constantFrom('equal-mass', 'equal-width'),
      (steps, temperature0, factor, binning) => {
        const spec = { ...SPEC, temperature0 };
        const table = toDecisionTable(
          steps.map((made) => traceOf(made, temperature0)),
          spec,
        );
        const { logits, chosen, correct } = usableColumns(table);
        const upper = usableBounds(table) ?? new Float64Array(logits.length).fill(NaN);
        const bounds = confidenceBounds(logits, upper, 3, chosen, factor);
        const whole = Float64Array.from(steps.flatMap(truthOf));
        const truth = scaledConfidence(whole, 3, chosen, factor).map((c) => Math.min(1, c));
        // A logit known to 1e-6 counts as exact, and a confidence moves by at most a quarter of its factor times that.
        const exact = (factor * 1e-6) / 4 + 1e-9;
        truth.forEach((c, i) => {
          expect(c).toBeGreaterThanOrEqual(bounds.low[i]! - exact);
          expect(c).toBeLessThanOrEqual(bounds.high[i]! + exact);
        });
        // Neither that nor rounding must put the truth outside its bin.
        const loose = {
          low: bounds.low.map((c, i) => Math.min(c, truth[i]!)),
          high: bounds.high.map((c, i) => Math.max(c, truth[i]!)),
        };
        const how = { binning, bins: 5 } as const;
        const value = eceOfRows(truth, correct, how);
        const ece = eceBounds(loose, correct, how);
        expect(value).toBeGreaterThanOrEqual(ece.low - 1e-9);
        expect(value).toBeLessThanOrEqual(ece.high + 1e-9);
      },
    ),
    { numRuns: 300 },
  );
});

const one = (logprob: number, alternatives: [string, number][]) =>
  tokenOf(
    alternative(' A', logprob),
    alternatives.map(([text, p]) => alternative(text, p)),
  );

test('−Infinity is probability 0, and then nothing unlogged has more', () => {
  const token = one(0, [
    [' A', 0],
    [' B', -Infinity],
  ]);
  const { logits, bounds } = optionLogits(token, OPTIONS, null);
  expect(logits).toEqual([0, -Infinity, -Infinity]);
  // Null: the logits are exact.
  expect(bounds).toBeNull();
});

test('a chosen token among the likeliest without being likely lends no bound', () => {
  const token = one(Math.log(0.001), [
    ['x', Math.log(0.5)],
    [' A', Math.log(0.001)],
  ]);
  const { bounds } = optionLogits(token, OPTIONS, null);
  expect(Math.exp(bounds![1]!)).toBeCloseTo(0.499, 5);
});
