import { expect, test } from 'vitest';
import { catalogueOf, marginTable } from '../../state/standIn';
import { parseSide, type Side } from '../../state/compare/sides';
import { EN } from '../../strings/compare/en';
import { aboutSide, sideNames } from './sideNames';
import { wordsOf } from './useWords';

const CATALOGUE = catalogueOf(['base', 'rlvr'], ['clinic', 'garage'], ['q8', 'q4']);
const WORDS = wordsOf('en', EN);
const NONE = { table: null, sampling: null };
const side = (text: string): Side => parseSide(text, CATALOGUE)!;
const names = (a: string, b: string, run: Parameters<typeof sideNames>[2] = NONE) =>
  sideNames([side(a), side(b)], CATALOGUE, run, WORDS);

test('names say only what tells the sides apart', () => {
  expect(names('base.q8.clinic', 'rlvr.q8.clinic')).toEqual(['BASE', 'RLVR']);
  expect(names('base.q4.clinic', 'base.q8.clinic')).toEqual(['BASE · 4-bit', 'BASE · 8-bit']);
  expect(names('base.q8.clinic', 'base.q8.garage')).toEqual(['BASE · Clinic', 'BASE · Garage']);
});

test('a run says how it was drawn, and its shipped counterpart that it is greedy', () => {
  const table = marginTable([1], [], { model: 'rlvr', task: 'clinic' });
  const run = { table, sampling: { mode: 'sample', temperature: 0.7, seed: 1 } as const };
  expect(names('run', 'rlvr.q8.clinic', run)).toEqual([
    'RLVR · your run, sampled at T = 0.7',
    'RLVR · shipped, greedy',
  ]);
  expect(aboutSide({ kind: 'run' }, CATALOGUE, run, WORDS)?.task).toBe('clinic');
  expect(aboutSide({ kind: 'run' }, CATALOGUE, NONE, WORDS)).toBeNull();
  expect(names('run', 'rlvr.q8.clinic')[0]).toBe('your run');
});
