import { expect, test } from 'vitest';
import { reliabilityBins, type BinningOptions } from './bins';
import { consistencyBand } from './consistencyBand';
import { createRandom } from './random';

function calibrated(n: number, seed: string): [Float64Array, Uint8Array] {
  const random = createRandom(seed);
  const confidence = new Float64Array(n).map(() => 0.5 + random() / 2);
  return [confidence, Uint8Array.from(confidence, (c) => (random() < c ? 1 : 0))];
}

test('bins of a calibrated model fall in the band about 95 times in 100', () => {
  let [inside, all] = [0, 0];
  for (let t = 0; t < 40; t++) {
    const [confidence, correct] = calibrated(600, `band ${t}`);
    const band = consistencyBand(confidence, {}, { resamples: 300, seed: t });
    for (const [b, bin] of reliabilityBins(confidence, correct).entries()) {
      all++;
      expect(band[b]!.confidence).toBeCloseTo(bin.confidence, 12);
      if (band[b]!.low <= bin.accuracy && bin.accuracy <= band[b]!.high) inside++;
    }
  }
  expect(inside / all).toBeGreaterThan(0.92);
  expect(inside / all).toBeLessThan(0.98);
});

test('it is seeded, narrows with n, and knows nothing of empty bins and rows in no bin', () => {
  const how: BinningOptions = { bins: 4, binning: 'equal-width', edges: 'guo' };
  const few = Float64Array.of(0, 0, 0.6, 0.7, 0.9, 0.9);
  const band = consistencyBand(few, how);
  expect(band).toEqual(consistencyBand(few, how));
  expect(band[0]).toEqual({ confidence: Number.NaN, low: Number.NaN, high: Number.NaN });
  expect(band[2]!.low).toBeLessThan(0.65);
  const many = consistencyBand(new Float64Array(2000).fill(0.65), how)[2]!;
  expect(many.high - many.low).toBeLessThan(0.05);
  expect(many.confidence).toBeCloseTo(0.65, 12);
});
