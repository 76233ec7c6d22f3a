import fc from 'fast-check';
import { expect, test } from 'vitest';
import { softmax } from '../calibration/scaling';
import {
  allForms,
  countForms,
  DEFAULT_FAMILIES,
  FORM_FAMILIES,
  formsOf,
  type FormLogits,
} from './surfaceForms';

const LABELS = ['A', 'B'];
const TEXTS = ['keep', 'remove'];
const forms = allForms(LABELS, TEXTS);
const logitsOf = (values: readonly number[]): FormLogits => ({
  logits: Object.fromEntries(forms.map((form, i) => [form, values[i]!])),
  logsumexp: 10,
});
const values = fc.array(fc.double({ min: -20, max: 5, noNaN: true }), {
  minLength: forms.length,
  maxLength: forms.length,
});
const families = fc.subarray(FORM_FAMILIES.map((_, i) => i));

test('by default the letter counts, with its space and without', () => {
  const options = formsOf(DEFAULT_FAMILIES, LABELS, TEXTS, logitsOf(forms.map(() => 0)));
  expect(options).toEqual([
    { label: 'A', forms: [' A', 'A'] },
    { label: 'B', forms: [' B', 'B'] },
  ]);
});

test('a form that is no token of the model does not count', () => {
  const options = formsOf([0, 1], LABELS, TEXTS, { logits: { ' A': 1, B: 2 }, logsumexp: 3 });
  expect(options.map((option) => option.forms)).toEqual([[' A'], ['B']]);
});

test('two forms of one option are worth the sum of their probabilities', () => {
  const logits = { ' A': Math.log(0.5), A: Math.log(0.2), ' B': Math.log(0.1) };
  const given = { logits, logsumexp: 0 };
  const counted = countForms(formsOf([0, 1], LABELS, TEXTS, given), given);
  expect(counted.optionMass).toBeCloseTo(0.8, 12);
  expect(softmax(counted.logits)[0]).toBeCloseTo(0.7 / 0.8, 12);
});

test('counting more forms never lowers the option mass', () => {
  fc.assert(
    fc.property(values, families, families, (drawn, some, more) => {
      const given = logitsOf(drawn);
      const mass = (names: readonly number[]) =>
        countForms(formsOf(names, LABELS, TEXTS, given), given).optionMass;
      const both = [...new Set([...some, ...more])];
      expect(mass(both)).toBeGreaterThanOrEqual(mass(some) - 1e-12);
    }),
  );
});

test('an option without any form has no logit', () => {
  const given = { logits: { ' A': 1 }, logsumexp: 1 };
  expect(countForms(formsOf([0], LABELS, TEXTS, given), given)).toEqual({
    logits: [1, -Infinity],
    optionMass: 1,
  });
});
