import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SIZES = ['0.75', '0.8', '0.85', '0.875', '0.9375', '1', '1.15', '1.35', '1.5', '2.1'];
const WEIGHTS = ['400', '600', '700'];

/** Every size and weight more is one more font for the browser to find and load, and a page that looks less calm. */
test('text has the sizes of one scale and three weights', () => {
  const src = join(import.meta.dirname, '..');
  const css = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(src, name), 'utf8'));
  const found = (pattern: RegExp) => [
    ...new Set(css.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!))),
  ];
  expect(found(/font-size: ([\d.]+)rem/g).length).toBeGreaterThan(3);
  expect(SIZES).toEqual(expect.arrayContaining(found(/font-size: ([\d.]+)rem/g)));
  expect(WEIGHTS).toEqual(expect.arrayContaining(found(/font-weight: ([^;]+);/g)));
});
