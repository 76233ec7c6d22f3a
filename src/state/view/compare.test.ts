import { expect, test } from 'vitest';
import { COMPARE } from './compare';

const read = (hash: string) => COMPARE.read(new URLSearchParams(hash));

test('overlay and reference survive their fields', () => {
  const view = { a: 'ca-paper.q4.clinic', b: 'run', reference: 'base' };
  const fields = Object.entries(COMPARE.write(view)) as [string, string][];
  expect(COMPARE.read(new URLSearchParams(fields))).toEqual(view);
  expect(Object.values(COMPARE.write(COMPARE.initial))).toEqual([undefined, undefined, undefined]);
});

test('what is no side or model is the default', () => {
  expect(read('c.a=rlvr&c.b=x.q5.clinic&c.r=../etc')).toEqual(COMPARE.initial);
});

test('another overlay is a step of the history', () => {
  expect(COMPARE.isStep(COMPARE.initial, { ...COMPARE.initial, b: 'run' })).toBe(true);
  expect(COMPARE.isStep(COMPARE.initial, { ...COMPARE.initial })).toBe(false);
});
