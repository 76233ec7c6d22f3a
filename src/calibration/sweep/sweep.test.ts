import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reliabilityBins, type BinningOptions } from '../bins';
import { expectedCalibrationError } from '../ece';
import { argmaxRows } from '../probabilities';
import { createRandom } from '../random';
import { scaledConfidence } from '../scaling';
import { createSweep, type Sweep } from './sweep';

type Table = { logits: Float64Array; chosen: Uint8Array; correct: Uint8Array };

const sweepOf = ({ logits, chosen, correct }: Table) => createSweep(logits, chosen, correct);

/** One pass over all rows, nothing prepared. */
function exact({ logits, chosen, correct }: Table, factor: number, how: BinningOptions) {
  const confidence = scaledConfidence(logits, 2, chosen, factor);
  const bins = reliabilityBins(confidence, correct, how);
  const meanConfidence = confidence.reduce((sum, c) => sum + c, 0) / chosen.length;
  return { bins, ece: expectedCalibrationError(bins, chosen.length), meanConfidence };
}

function expectExact(sweep: Sweep, table: Table, factor: number, how: BinningOptions): void {
  const [fast, slow] = [sweep.at(factor, how), exact(table, factor, how)];
  for (const name of ['ece', 'meanConfidence'] as const)
    expect(Math.abs(fast[name] - slow[name]), name).toBeLessThanOrEqual(sweep.errorBound);
  expect(fast.bins.map((bin) => bin.count)).toEqual(slow.bins.map((bin) => bin.count));
  for (const [b, bin] of fast.bins.entries()) {
    const other = slow.bins[b]!;
    expect([bin.lower, bin.upper]).toEqual([other.lower, other.upper]);
    if (bin.count === 0) continue;
    expect(bin.accuracy).toBe(other.accuracy);
    expect(Math.abs(bin.confidence - other.confidence)).toBeLessThanOrEqual(sweep.errorBound);
  }
}

const logit = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -30, max: 30, noNaN: true }) },
  { weight: 3, arbitrary: fc.integer({ min: -4, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(-Infinity, 600, -600, 1e-9) },
);
const factors = fc.oneof(
  fc.double({ min: 0.01, max: 30, noNaN: true }),
  fc.constantFrom(0, 1, 0.05, 20),
);
const binning: fc.Arbitrary<BinningOptions> = fc.record({
  bins: fc.integer({ min: 1, max: 20 }),
  binning: fc.constantFrom('equal-mass', 'equal-width'),
  edges: fc.constantFrom('right', 'left', 'guo', 'torchmetrics'),
});
const tables: fc.Arbitrary<Table> = fc
  .array(
    fc
      .tuple(logit, logit, fc.nat(1), fc.nat(1))
      .filter(([first, second]) => first !== -Infinity || second !== -Infinity),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => ({
    logits: Float64Array.from(rows.flatMap(([first, second]) => [first, second])),
    chosen: Uint8Array.from(rows, ([, , chosen]) => chosen),
    correct: Uint8Array.from(rows, ([, , , correct]) => correct),
  }));

test('the sweep is the exact pass', () => {
  fc.assert(
    fc.property(tables, factors, binning, (table, factor, how) =>
      expectExact(sweepOf(table), table, factor, how),
    ),
    { numRuns: 1000 },
  );
});

/**
 * Many rows of an overconfident model, so that blocks, buckets and ties at confidence 1 all occur.
 */
function large(n: number, spread: number): Table {
  const random = createRandom(`large ${spread}`);
  const logits = new Float64Array(n * 2).map(() => (random() + random() + random() - 1.5) * spread);
  const correct = new Uint8Array(n).map(() => (random() < 0.8 ? 1 : 0));
  return { logits, chosen: Uint8Array.from(argmaxRows(logits, 2)), correct };
}

test.each([0.2, 6, 60, 3000])(
  'spread %d, 20 000 rows: the same for every binning and factor',
  (spread) => {
    const table = large(20_000, spread);
    const sweep = sweepOf(table);
    for (const factor of [0, 0.02, 0.3, 1, 2.5, 8, 40])
      for (const kind of ['equal-mass', 'equal-width'] as const)
        for (const edges of ['right', 'left', 'guo', 'torchmetrics'] as const)
          expectExact(sweep, table, factor, { binning: kind, edges });
  },
);

test('an outlier does not spoil the others', () => {
  const table = large(3000, 4);
  table.logits[7] = 1e9;
  for (const factor of [0.1, 1, 10]) expectExact(sweepOf(table), table, factor, {});
});

test('no row gives no number; impossible questions are refused', () => {
  const none = createSweep(new Float64Array(), new Uint8Array(), new Uint8Array());
  expect(none.at(1)).toMatchObject({ bins: [], ece: Number.NaN });
  const [chosen, correct] = [Uint8Array.of(0), Uint8Array.of(1)];
  const one = createSweep(new Float64Array(2), chosen, correct);
  expect(() => one.at(-1)).toThrow(RangeError);
  expect(() => one.at(Infinity)).toThrow(RangeError);
  expect(() => one.at(1, { bins: 0 })).toThrow(RangeError);
  const mute = new Float64Array(2).fill(-Infinity);
  expect(() => createSweep(mute, chosen, correct)).toThrow('row 0');
  expect(() => createSweep(new Float64Array(3), chosen, correct)).toThrow('3 logits');
});
