import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logSumExp } from '../calibration/scaling';
import { logSumExpAt, TOP, topIdsAt } from './stepStats';

const logits = fc.array(fc.float({ min: -60, max: 60, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});
/** Few distinct values, so that many are equal. */
const coarse = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 60 });

describe('statistics of a step', () => {
  it('normalises as the calibration code does, whatever lies around the row', () => {
    fc.assert(
      fc.property(logits, (row) => {
        const padded = Float32Array.from([99, ...row, 99]);
        expect(logSumExpAt(padded, 1, row.length)).toBeCloseTo(logSumExp(row), 10);
      }),
    );
  });

  it('finds the likeliest tokens, the lower id first among equals', () => {
    fc.assert(
      fc.property(fc.oneof(logits, coarse), (row) => {
        const ids = new Int32Array(TOP + 2).fill(-1);
        const count = topIdsAt(Float32Array.from([9, ...row]), 1, row.length, ids, 1);
        const sorted = [...row.keys()].sort((a, b) => row[b]! - row[a]! || a - b);
        expect(count).toBe(Math.min(TOP, row.length));
        expect(Array.from(ids.subarray(1, 1 + count))).toEqual(sorted.slice(0, count));
        expect(ids[0]).toBe(-1);
        expect(ids[TOP + 1]).toBe(-1);
      }),
    );
  });
});
