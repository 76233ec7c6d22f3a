import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './arbitraries';
import { aurcInterval } from './aurcInterval';
import { bootstrap } from './bootstrap';
import { aurc, excessAurc, riskCoverage, type RiskCoverage } from './riskCoverage';

test('it is the bootstrap of the two figures, with the same draws', () => {
  fc.assert(
    fc.property(rowsOf(), fc.nat(99), ({ confidence, correct }, seed) => {
      const of = (figure: (curve: RiskCoverage) => number) =>
        bootstrap(
          confidence.length,
          (rows) =>
            figure(
              riskCoverage(
                Float64Array.from(rows, (row) => confidence[row]!),
                Uint8Array.from(rows, (row) => correct[row]!),
              ),
            ),
          { resamples: 20, seed },
        );
      const fast = aurcInterval(confidence, correct, { resamples: 20, seed });
      for (const [mine, slow] of [
        [fast.aurc, of(aurc)],
        [fast.excess, of(excessAurc)],
      ] as const)
        for (const key of ['value', 'low', 'high'] as const)
          expect(mine[key]).toBeCloseTo(slow[key], 10);
    }),
    { numRuns: 50 },
  );
});

test('nothing is known of no row', () => {
  const { aurc: area } = aurcInterval(new Float64Array(), new Uint8Array());
  expect(area).toEqual({ value: NaN, low: NaN, high: NaN });
});
