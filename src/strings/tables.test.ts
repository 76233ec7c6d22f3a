import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CRASH_STRINGS } from './crash';
import type { Tables } from './language';

/** Names and terms of the field that are one word in both languages. */
const SAME = new Set([
  ...[
    'Calibration Explorer',
    'Explorer',
    'Offline',
    'Trace',
    'Tokens',
    'Rollouts',
    'Prompt',
    'Arm',
  ],
  ...['Bins', 'Seed', 'Seeds', 'Posterior', 'AUROC', 'ECE %', 'ECE, %', 'n', ''],
]);

type Value = string | ((...args: unknown[]) => unknown) | { readonly [key: string]: Value } | null;
type Leaf = readonly [path: string, en: Value, de: Value];

/** Pairs of strings and functions at the same place; where one table has no such place, undefined. */
function* leaves(en: Value, de: Value, path: string): Generator<Leaf> {
  if (en === null || typeof en !== 'object') {
    yield [path, en, de];
    return;
  }
  const other = (typeof de === 'object' ? de : null) ?? {};
  for (const key of new Set([...Object.keys(en), ...Object.keys(other)]))
    yield* leaves(en[key]!, other[key]!, `${path}.${key}`);
}

async function tablesIn(folder: string): Promise<Leaf[]> {
  const module = (await import(join(import.meta.dirname, folder, 'index.ts'))) as object;
  return Promise.all(
    Object.entries(module as Record<string, Tables<Value>>).map(async ([name, table]) => [
      ...leaves(table.en, await table.load('de'), `${folder}.${name}`),
    ]),
  ).then((all) => all.flat());
}

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'messages')
  .map(({ name }) => name);
const all = [
  ...(await Promise.all(folders.map(tablesIn))).flat(),
  ...leaves(CRASH_STRINGS.en, CRASH_STRINGS.de, 'crash'),
];

type Said = { readonly texts: readonly string[]; readonly numbers: readonly number[] } | null;

/** Which arguments a function puts into its text, and which numbers stand in it; null where it wants others. */
function said(make: (...args: unknown[]) => unknown, args: readonly unknown[]): Said {
  let made: unknown;
  try {
    made = make(...args);
  } catch {
    return null;
  }
  const text = [made].flat().map(String).join(' ');
  const numbers = [...text.matchAll(/\d*[.,]?\d+/g)].map(([number]) =>
    Number(number.replace(',', '.')),
  );
  return {
    texts: args.map(String).filter((arg) => /^⟦\d⟧$/.test(arg) && text.includes(arg)),
    numbers: [...new Set(numbers)].sort((a, b) => a - b),
  };
}

const PROBES: readonly ((i: number) => unknown)[] = [
  (i) => `⟦${i}⟧`,
  (i) => 13 + 10 * i,
  (i) => [0.31, 0.42, 0.17, 0.58][i % 4],
  () => ({ value: 0.31, low: 0.21, high: 0.42 }),
];

test('there are two tables, with the same places', () => {
  expect(all.length).toBeGreaterThan(700);
  expect(all.filter(([, en, de]) => typeof en !== typeof de).map(([path]) => path)).toEqual([]);
});

test('no German text is the English one', () => {
  const same = all.filter(([, en, de]) => typeof en === 'string' && en === de && !SAME.has(en));
  expect(same.map(([path, en]) => `${path}: ${en as string}`)).toEqual([]);
});

test('no text is empty in one language only', () => {
  expect(all.filter(([, en, de]) => (en === '') !== (de === '')).map(([path]) => path)).toEqual([]);
});

test('a German text puts in what the English one puts in, and tells the same numbers', () => {
  const different: string[] = [];
  let probed = 0;
  for (const [path, en, de] of all) {
    if (typeof en !== 'function' || typeof de !== 'function') continue;
    const arity = Math.max(en.length, de.length);
    for (const probe of PROBES) {
      const args = Array.from({ length: arity }, (_, i) => probe(i));
      const [english, german] = [said(en, args), said(de, args)];
      // Arguments of another kind than it wants.
      if (english === null || german === null) continue;
      probed++;
      if (JSON.stringify(english) !== JSON.stringify(german))
        different.push(`${path}: ${JSON.stringify(english)} ≠ ${JSON.stringify(german)}`);
    }
  }
  expect(probed).toBeGreaterThan(500);
  expect(different).toEqual([]);
});
