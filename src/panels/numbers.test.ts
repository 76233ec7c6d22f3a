import { expect, test } from 'vitest';
import {
  duration,
  factor,
  megabytes,
  percent,
  percentFigure,
  points,
  probability,
  tinyProbability,
} from './numbers';

test('numbers read as the interface writes them', () => {
  expect(percent(0.4416)).toBe('44.2 %');
  expect(percent(NaN)).toBe('–');
  expect(percentFigure(-0.119)).toBe('−11.9');
  expect(probability(0.25)).toBe('.250');
  expect(probability(1)).toBe('1.000');
  expect(megabytes(6_140_000)).toBe('6.1 MB');
  expect(duration(3.2)).toBe('4 s');
  expect(duration(125)).toBe('2 min 05 s');
  expect(factor(2)).toBe('2');
  expect(factor(0.12345)).toBe('0.123');
});

test('a probability is never rounded to a certainty that it is not', () => {
  expect(probability(0.99999)).toBe('>.999');
  expect(probability(1e-9)).toBe('<.001');
});

test('a tiny probability is written out, the others as everywhere', () => {
  expect(tinyProbability(3.2e-5)).toBe('3.2 × 10⁻⁵');
  expect(tinyProbability(1.04e-12)).toBe('1.0 × 10⁻¹²');
  expect(tinyProbability(0.25)).toBe('.250');
  expect(tinyProbability(0)).toBe('.000');
});

test('a difference has its sign, unless it rounds to nothing', () => {
  expect(points(0.0123)).toBe('+1.2');
  expect(points(-0.0123)).toBe('−1.2');
  expect(points(-0.0004)).toBe('0.0');
  expect(points(NaN)).toBe('–');
});
