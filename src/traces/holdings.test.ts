import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdings } from './holdings';
import { letterForms } from './options';
import type { Token } from './trace';

const OPTIONS = letterForms(['A', 'B']);
const tokenOf = (shares: Readonly<Record<string, number>>): Token => {
  const top = Object.entries(shares).map(([text, p], id) => ({ id, text, logprob: Math.log(p) }));
  return { ...top[0]!, logsumexp: 0, top };
};

test('the logged tokens say which option counts them, the rest is everything else', () => {
  const held = holdings(tokenOf({ ' A': 0.6, ' C': 0.2, ' B': 0.1 }), OPTIONS, 0.75);
  expect(held.tokens.map(({ text, option }) => [text, option])).toEqual([
    [' A', 0],
    [' C', -1],
    [' B', 1],
  ]);
  expect(held.otherForms).toBeCloseTo(0.05, 12);
  expect(held.rest).toBeCloseTo(0.05, 12);
});

test('a chosen token that was not logged is listed', () => {
  const token = { ...tokenOf({ ' A': 0.9 }), id: 7, text: ' B', logprob: Math.log(0.05) };
  expect(holdings(token, OPTIONS, 0.95).tokens.map(({ text }) => text)).toEqual([' A', ' B']);
});

test('all shares together are 1', () => {
  const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(weight, weight, weight, weight, weight, (a, b, c, form, rest) => {
      const total = a + b + c + form + rest;
      const token = tokenOf({ ' A': a / total, ' B': b / total, ' C': c / total });
      const held = holdings(token, OPTIONS, (a + b + form) / total);
      const sum = held.tokens.reduce((all, { p }) => all + p, held.otherForms + held.rest);
      expect(sum).toBeCloseTo(1, 9);
    }),
  );
});
