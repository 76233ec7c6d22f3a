import { expect, test } from 'vitest';
import { FormatError } from '../errors';
import { looksLikeBins, readBins } from './readBins';

const HEAD = 'lower,upper,n,sum_confidence,sum_correct';

test('bins are read in the order of their confidence, empty ones left out, columns in any order', () => {
  const text = 'n,sum_correct,upper,lower,sum_confidence\r\n4,3,1,.5,3\n0,0,.5,.4,0\n2,0,.4,0,.5\n';
  const { bins, n } = readBins(text);
  expect(n).toBe(6);
  expect(bins).toMatchObject([
    { lower: 0, upper: 0.4, count: 2, confidence: 0.25, accuracy: 0 },
    { lower: 0.5, upper: 1, count: 4, confidence: 0.75, accuracy: 0.75 },
  ]);
  for (const { low, high, accuracy } of bins)
    expect(low <= accuracy && accuracy <= high).toBe(true);
});

test('a table is told from others by its head', () => {
  expect(looksLikeBins(`${HEAD}\n`)).toBe(true);
  expect(looksLikeBins('confidence,correct\n.5,1\n')).toBe(false);
  expect(() => readBins('confidence,correct\n.5,1\n')).toThrow(/columns lower, upper/);
});

test.each([
  ['0,.5,4,x,1', /Line 2 has “x” for sum_confidence/],
  ['0,.5,4,1,5', /counts, the second within the first/],
  ['.5,.2,4,1,1', /not between 0 and 1/],
  ['0,.5,4,3,1', /mean confidence 0\.75 is outside/],
  ['0,.5,4,,1', /Line 2 has “” for sum_confidence/],
  ['0,.5,2.5,1,1', /counts, the second within the first/],
  ['0,.5,0,0,0', /no decision/],
])('%s is refused', (line, message) => {
  expect(() => readBins(`${HEAD}\n${line}\n`)).toThrow(FormatError);
  expect(() => readBins(`${HEAD}\n${line}\n`)).toThrow(message);
});
