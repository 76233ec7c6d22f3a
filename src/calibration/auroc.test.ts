import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './arbitraries';
import { auroc } from './auroc';

test('it is the share of right–wrong pairs in the right order, ties counting one half', () => {
  fc.assert(
    fc.property(rowsOf(), ({ confidence, correct }) => {
      let [pairs, won] = [0, 0];
      for (const [i, c] of confidence.entries())
        for (const [j, d] of confidence.entries())
          if (correct[i] === 1 && correct[j] === 0) {
            pairs++;
            won += c > d ? 1 : c === d ? 0.5 : 0;
          }
      if (pairs === 0) expect(auroc(confidence, correct)).toBeNaN();
      else expect(auroc(confidence, correct)).toBeCloseTo(won / pairs, 12);
    }),
    { numRuns: 1000 },
  );
});
