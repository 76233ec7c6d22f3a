import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from './csv';

test('rows know the line where they begin; empty lines are none', () => {
  expect([...csvRows('a,\n\n"b\nc",d')]).toEqual([
    { cells: ['a', ''], line: 1 },
    { cells: ['b\nc', 'd'], line: 3 },
  ]);
});

test('any cells, all in quotes, come back as they were', () => {
  const rows = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (given) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = given.map((row) => row.map(quoted).join(',')).join('\r\n');
      expect([...csvRows(text)].map(({ cells }) => cells)).toEqual(given);
    }),
  );
});

test('a quote that never closes is a row without cells, and the last one', () => {
  expect([...csvRows('a,b\n1,"x\n2,y')]).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: null, line: 2 },
  ]);
});
