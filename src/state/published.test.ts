import { expect, test } from 'vitest';
import { readPublished } from './published';
import { PUBLISHED } from './view/published';

const told = (files: unknown) => readPublished(JSON.stringify({ files, view: 'v=1&o=imported' }));

test('files are told with their n, and without where an older page does not say', () => {
  const files = [
    { name: 'a', path: 'data/a.parquet', n: 12 },
    { name: 'b', path: 'data/b' },
  ];
  expect(told(files)?.files).toEqual(files);
  expect(told([{ name: 'a', path: 'data/a', n: 'many' }])?.files).toEqual([
    { name: 'a', path: 'data/a' },
  ]);
});

test.each(['../a', 'https://a/b', 'data/../a', 'data/'])(
  '%s is no path beside the page',
  (path) => {
    expect(told([{ name: 'a', path }])).toBeNull();
  },
);

test('the open file is in the link; nonsense is the first one', () => {
  for (const file of [0, 1, 41]) {
    const fields = PUBLISHED.write({ file });
    const text = new URLSearchParams(fields.f === undefined ? '' : `f=${fields.f}`);
    expect(PUBLISHED.read(text)).toEqual({ file });
  }
  for (const text of ['f=-1', 'f=x', 'f=1e3', 'f=01', 'f=99999', ''])
    expect(PUBLISHED.read(new URLSearchParams(text))).toEqual({ file: 0 });
});
