import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binFigures } from './binFigures';
import { reliabilityBins } from './bins';
import { eceOfRows } from './ece';
import { createRandom } from './random';

test('of bins made of rows: the figures of the rows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 30 }), (n, bins) => {
      const random = createRandom(`${n} ${bins}`);
      const confidence = Float64Array.from({ length: n }, () => random());
      const correct = Uint8Array.from(confidence, (c) => (random() < c ? 1 : 0));
      const all = reliabilityBins(confidence, correct, { bins });
      const figures = binFigures({ bins: all.filter(({ count }) => count > 0), n });
      const mean = (values: ArrayLike<number>) =>
        Array.from(values).reduce((sum, value) => sum + value, 0) / n;
      expect(figures.ece.value).toBeCloseTo(eceOfRows(confidence, correct, { bins }), 12);
      expect(figures.accuracy).toBeCloseTo(mean(correct), 12);
      expect(figures.meanConfidence).toBeCloseTo(mean(confidence), 12);
      expect(figures.accuracyLow).toBeLessThanOrEqual(figures.accuracy + 1e-12);
      expect(figures.accuracyHigh).toBeGreaterThanOrEqual(figures.accuracy - 1e-12);
      expect(figures.mce).toBeGreaterThanOrEqual(figures.ece.value - 1e-12);
    }),
    { numRuns: 50 },
  );
});
