import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortRows } from './sortRows';

test('rows stay whole and come out in order, wrong before right among equals', () => {
  const row = fc.tuple(fc.constantFrom(-Infinity, -1, 0, 0.5, 1, Infinity), fc.nat(1));
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { values, correct } = sortRows(
        Float64Array.from(rows, (r) => r[0]),
        Uint8Array.from(rows, (r) => r[1]),
      );
      const expected = [...rows].sort((a, b) =>
        a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1,
      );
      expect([...values].map((v, i) => [v, correct[i]])).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
