import { expect, test } from 'vitest';
import { csvRows } from '../../tasks/csv';
import { csvText, rowObjects } from './csvText';

test('cells with commas, quotes and line breaks come back as they were', () => {
  const cells = ['a,b', 'say "so"', 'two\r\nlines', 'plain', ''];
  const text = csvText({ header: ['p', 'q', 'r', 's', 't'], rows: [cells] });
  expect([...csvRows(text)].map((row) => row.cells)).toEqual([['p', 'q', 'r', 's', 't'], cells]);
});

test('text that a spreadsheet would run gets an apostrophe, numbers stay numbers', () => {
  const rows = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("x")'].map((text) => [text, -1]);
  expect(csvText({ header: ['=h', 'n'], rows })).toBe(
    "'=h,n\r\n'=1+1,-1\r\n'+1,-1\r\n'-1,-1\r\n'@SUM(A1),-1\r\n'\tx,-1\r\n" +
      '"\'=HYPERLINK(""x"")",-1\r\n',
  );
});

test('numbers keep all digits; what is no number is empty in CSV, null in JSON', () => {
  const rows = [[0.1 + 0.2, NaN, -Infinity]];
  expect(csvText({ header: ['a', 'b', 'c'], rows })).toBe(
    'a,b,c\r\n0.30000000000000004,,-Infinity\r\n',
  );
  expect(rowObjects({ header: ['a', 'b', 'c'], rows })).toEqual([
    { a: 0.1 + 0.2, b: null, c: '-Infinity' },
  ]);
});
