import { expect, test } from 'vitest';
import { readLink } from '../link';
import { embedAddress, heightOf } from './embedAddress';

test('the address opens the view with the parts asked for and no other', () => {
  const options = { view: 'v=1&m=rlvr&T=3&E=export&h=light', parts: ['scale', 'numbers', 'x'] };
  const address = embedAddress('https://a.example/site/?data=x', { ...options, theme: 'dark' });
  expect(address.startsWith('https://a.example/site/?data=x#')).toBe(true);
  expect(readLink(new URL(address).hash)).toMatchObject({
    model: 'rlvr',
    settings: { temperature: 3 },
    view: { embed: { parts: ['numbers', 'scale'] }, page: { theme: 'dark' } },
  });
});

test('without a view it opens as the page does, without parts on the diagram alone', () => {
  const address = embedAddress('https://a.example/', { view: '', parts: [], theme: 'pink' });
  expect(address).toBe('https://a.example/#v=1&E=none');
});

test('only a height that a figure can have is taken', () => {
  const of = (height: unknown) => heightOf({ type: 'calibration-explorer:height', height });
  expect([of(400), of(NaN), of(-1), of(1e9), of('400'), heightOf(null), heightOf('x')]).toEqual([
    400,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
