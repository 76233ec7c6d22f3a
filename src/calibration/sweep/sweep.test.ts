import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BinningOptions } from '../bins';
import type { Decisions } from '../decisions';
import { argmaxRows } from '../probabilities';
import { createRandom } from '../random';
import { marginSweep } from './marginSweep';
import { naiveSweep } from './naive';
import { optionSweep } from './optionSweep';
import { createSweep, type Sweep } from './sweep';

function expectNaive(sweep: Sweep, table: Decisions, factor: number, how: BinningOptions): void {
  const [fast, slow] = [sweep.at(factor, how), naiveSweep(table, factor, how)];
  const bound = Math.max(sweep.errorBound, 1e-11);
  for (const name of ['ece', 'accuracy', 'meanConfidence', 'brier'] as const)
    expect(Math.abs(fast[name] - slow[name]), name).toBeLessThanOrEqual(bound);
  expect(Math.abs(fast.nll.value - slow.nll.value), 'nll').toBeLessThanOrEqual(bound);
  expect(fast.bins.map((bin) => bin.count)).toEqual(slow.bins.map((bin) => bin.count));
  for (const [b, bin] of fast.bins.entries()) {
    const other = slow.bins[b]!;
    expect([bin.lower, bin.upper]).toEqual([other.lower, other.upper]);
    if (bin.count === 0) continue;
    expect(bin.accuracy).toBe(other.accuracy);
    expect(Math.abs(bin.confidence - other.confidence)).toBeLessThanOrEqual(bound);
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

function tables(k: number): fc.Arbitrary<Decisions> {
  const row = fc
    .tuple(fc.array(logit, { minLength: k, maxLength: k }), fc.nat(k - 1), fc.nat(k))
    .filter(([z]) => z.some((value) => value !== -Infinity));
  return fc.array(row, { minLength: 1, maxLength: 60 }).map((rows) => {
    const logits = Float64Array.from(rows.flatMap(([z]) => z));
    const best = argmaxRows(logits, k);
    return {
      logits,
      k,
      gold: Uint8Array.from(rows, ([, gold]) => gold),
      chosen: Uint8Array.from(rows, ([, , at], r) => (at === k ? best[r]! : at)),
    };
  });
}

test.each([2, 3, 4, 7])('sweep ≡ naive for %i options', (k) => {
  fc.assert(
    fc.property(tables(k), factors, binning, (table, factor, how) => {
      expectNaive(createSweep(table), table, factor, how);
      expectNaive(optionSweep(table), table, factor, how);
    }),
    { numRuns: 1000 },
  );
});

/**
 * Many rows of an overconfident model, so that blocks, buckets and ties at confidence 1 all occur.
 */
function large(n: number, k: number, spread: number): Decisions {
  const random = createRandom(`large ${k} ${spread}`);
  const logits = new Float64Array(n * k).map(() => (random() + random() + random() - 1.5) * spread);
  const chosen = argmaxRows(logits, k);
  const gold = chosen.map((option) => (random() < 0.7 ? option : Math.floor(random() * k)));
  return { logits, k, chosen, gold };
}

test.each([
  [2, 0.2],
  [2, 6],
  [2, 60],
  [2, 3000],
  [4, 6],
  [4, 60],
])('%i options, spread %d, 20 000 rows: the same for every binning and factor', (k, spread) => {
  const table = large(20_000, k, spread);
  const sweep = createSweep(table);
  for (const factor of [0, 0.02, 0.3, 1, 2.5, 8, 40])
    for (const kind of ['equal-mass', 'equal-width'] as const)
      for (const edges of ['right', 'left', 'guo', 'torchmetrics'] as const)
        expectNaive(sweep, table, factor, { binning: kind, edges });
});

test('an outlier does not spoil the others', () => {
  const table = large(3000, 2, 4);
  table.logits[7] = 1e9;
  for (const factor of [0.1, 1, 10]) expectNaive(createSweep(table), table, factor, {});
});

test('no row gives no number; impossible questions are refused', () => {
  for (const k of [2, 3]) {
    const none = {
      logits: new Float64Array(),
      k,
      chosen: new Uint8Array(),
      gold: new Uint8Array(),
    };
    expect(createSweep(none).at(1)).toMatchObject({ n: 0, bins: [], ece: Number.NaN });
    const one = {
      logits: new Float64Array(k),
      k,
      chosen: Uint8Array.of(0),
      gold: Uint8Array.of(0),
    };
    expect(() => createSweep(one).at(-1)).toThrow(RangeError);
    expect(() => createSweep(one).at(Infinity)).toThrow(RangeError);
    expect(() => createSweep(one).at(1, { bins: 0 })).toThrow(RangeError);
  }
  const mute = new Float64Array(2).fill(-Infinity);
  const [chosen, gold] = [Uint8Array.of(0), Uint8Array.of(1)];
  expect(() => createSweep({ logits: mute, k: 2, chosen, gold })).toThrow('row 0');
  expect(() => marginSweep({ logits: new Float64Array(3), k: 3, chosen, gold })).toThrow(
    '3 options',
  );
});
