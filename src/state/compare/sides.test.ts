import { EN } from '../../strings/compare/en';
import { expect, test } from 'vitest';
import { nearestEntry, parseSide, presetsOf, sidesOf, writeSide } from './sides';
import { catalogueOf } from '../standIn';

const CATALOGUE = catalogueOf(['base', 'rlvr'], ['clinic', 'courier'], ['q8', 'fp32', 'q4']);
const CHOICE = { model: 'rlvr', dtype: 'q8', task: 'courier' } as const;
const text = (side: ReturnType<typeof parseSide>) => (side === null ? null : writeSide(side));

test('a side survives the link; one that is not shipped is none', () => {
  for (const given of ['rlvr.q4.clinic', 'run'])
    expect(text(parseSide(given, CATALOGUE))).toBe(given);
  expect(parseSide('rlvr.q4.garage', CATALOGUE)).toBeNull();
  expect(parseSide(null, CATALOGUE)).toBeNull();
});

test('open sides: the choice of the page against another model on the same task', () => {
  const { a, b } = sidesOf({ a: null, b: null }, CATALOGUE, CHOICE);
  expect([text(a), text(b)]).toEqual(['rlvr.q8.courier', 'base.q8.courier']);
  const given = sidesOf({ a: 'base.q4.clinic', b: null }, CATALOGUE, CHOICE);
  expect([text(given.a), text(given.b)]).toEqual(['base.q4.clinic', 'rlvr.q8.clinic']);
  const run = sidesOf({ a: 'run', b: null }, CATALOGUE, CHOICE);
  expect([text(run.a), text(run.b)]).toEqual(['run', 'base.q8.courier']);
});

test('another task or model keeps the weights where they are shipped', () => {
  expect(nearestEntry(CATALOGUE, 'base', 'clinic', 'q4')?.dtype).toBe('q4');
  const coarse = catalogueOf(['base'], ['clinic']);
  expect(nearestEntry(coarse, 'base', 'clinic', 'q4')?.dtype).toBe('q8');
  expect(nearestEntry(coarse, 'base', 'marathon', 'q8')?.task).toBe('clinic');
  expect(nearestEntry(coarse, 'sft', 'clinic', 'q8')).toBeNull();
});

const WORDS = { ...EN.overlay, title: ({ title }: { title: string }) => title };

test('pairs worth a click: 4-bit against the finest weights, the run against greedy', () => {
  expect(presetsOf(CATALOGUE, CHOICE, WORDS)).toEqual([
    { name: 'BASE: 4-bit against 32-bit', a: 'base.q4.courier', b: 'base.fp32.courier' },
    { name: 'RLVR: 4-bit against 32-bit', a: 'rlvr.q4.courier', b: 'rlvr.fp32.courier' },
    { name: 'RLVR: your run against greedy', a: 'run', b: 'rlvr.q8.courier' },
  ]);
  const coarse = catalogueOf(['base'], ['clinic']);
  expect(presetsOf(coarse, CHOICE, WORDS)).toEqual([]);
});
