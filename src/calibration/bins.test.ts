import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binIndex, reliabilityBins, type BinningOptions, type Edges } from './bins';
import { equalMassEdges, equalMassEnds, equalWidthEdges } from './edges';
import { createRandom } from './random';

const rows = fc.array(
  fc.record({
    c: fc.oneof(
      fc.constantFrom(0, 0.1, 0.3, 0.5, 0.7, 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    y: fc.boolean(),
  }),
  { maxLength: 60 },
);
const options: fc.Arbitrary<Required<BinningOptions>> = fc.record({
  bins: fc.integer({ min: 1, max: 25 }),
  binning: fc.constantFrom('equal-mass', 'equal-width'),
  edges: fc.constantFrom('right', 'left', 'guo', 'torchmetrics'),
});
const columns = (data: { c: number; y: boolean }[]) =>
  [Float64Array.from(data, (r) => r.c), Uint8Array.from(data, (r) => (r.y ? 1 : 0))] as const;

test('every row is counted once, in the bin whose borders hold it; only “guo” leaves out zeros', () => {
  fc.assert(
    fc.property(rows, options, (data, how) => {
      const [confidence, correct] = columns(data);
      const bins = reliabilityBins(confidence, correct, how);
      const index = binIndex(confidence, how);
      const zeros = data.filter((r) => r.c === 0).length;
      const left = how.binning === 'equal-width' && how.edges === 'guo' ? zeros : 0;
      expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(data.length - left);
      for (const [b, bin] of bins.entries()) {
        const inside = data.filter((_, i) => index[i] === b);
        expect(bin.count).toBe(inside.length);
        for (const { c } of inside) {
          expect(c).toBeGreaterThanOrEqual(bin.lower);
          expect(c).toBeLessThanOrEqual(bin.upper);
        }
        if (bin.count === 0) continue;
        expect(bin.accuracy).toBe(inside.filter((r) => r.y).length / inside.length);
        expect(bin.confidence).toBeCloseTo(inside.reduce((s, r) => s + r.c, 0) / inside.length, 12);
        expect(bin.low).toBeLessThanOrEqual(bin.accuracy);
        expect(bin.high).toBeGreaterThanOrEqual(bin.accuracy);
      }
    }),
    { numRuns: 1000 },
  );
});

test('equal mass: no bin is empty, equal confidences share one, sizes differ by ties only', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 25 }), (data, bins) => {
      const [confidence, correct] = columns(data);
      const result = reliabilityBins(confidence, correct, { bins });
      const index = binIndex(confidence, { bins });
      expect(result.length).toBeLessThanOrEqual(Math.min(bins, data.length));
      expect(result.every((bin) => bin.count > 0)).toBe(true);
      for (const [i, row] of data.entries())
        for (const [j, other] of data.entries())
          if (row.c === other.c) expect(index[i]).toBe(index[j]);
      if (new Set(confidence).size < data.length || data.length === 0) return;
      const counts = result.map((bin) => bin.count);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1000 },
  );
});

test('the four conventions on their border cases, ten bins', () => {
  const place = (c: number, edges: BinningOptions['edges'] & string) =>
    binIndex(Float64Array.of(c), { bins: 10, binning: 'equal-width', edges })[0];
  expect(['right', 'left', 'guo', 'torchmetrics'].map((e) => place(0, e as 'right'))).toEqual([
    0, 0, -1, 0,
  ]);
  expect(['right', 'left', 'guo', 'torchmetrics'].map((e) => place(1, e as 'right'))).toEqual([
    9, 9, 9, 10,
  ]);
  expect(['right', 'left', 'guo', 'torchmetrics'].map((e) => place(0.5, e as 'right'))).toEqual([
    4, 5, 4, 5,
  ]);
});

test('equal width: every convention is what a scan of its border values says', () => {
  const border = fc
    .tuple(fc.nat(25), fc.integer({ min: 1, max: 25 }))
    .map(([i, n]) => (i % (n + 1)) / n);
  const anything = fc.oneof(border, fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 25 }), (c, bins) => {
      const of = (edges: Edges) =>
        binIndex(Float64Array.of(c), { bins, binning: 'equal-width', edges })[0];
      const scan = (edges: Edges, holds: (low: number, high: number) => boolean) => {
        const borders = equalWidthEdges(bins, edges);
        return Array.from({ length: bins }, (_, b) => b).find((b) =>
          holds(borders[b]!, borders[b + 1]!),
        );
      };
      expect(of('right')).toBe(c === 0 ? 0 : scan('right', (low, high) => low < c && c <= high));
      expect(of('guo')).toBe(scan('guo', (low, high) => low < c && c <= high) ?? -1);
      expect(of('left')).toBe(scan('left', (low, high) => low <= c && c < high) ?? bins - 1);
      expect(of('torchmetrics')).toBe(
        scan('torchmetrics', (low, high) => low <= c && c < high) ?? bins,
      );
    }),
    { numRuns: 2000 },
  );
});

test('neighbouring floats can be told apart', () => {
  const below = 0.1;
  const above = 0.10000000000000002;
  for (const pair of [
    [below, above],
    [above, 0.10000000000000003],
  ])
    expect([...binIndex(Float64Array.from(pair), { bins: 2 })]).toEqual([0, 1]);
});

test('confidences outside [0, 1], lengths that differ and impossible bin counts are refused', () => {
  expect(() => binIndex(Float64Array.of(0.5, 1.2))).toThrow('row 1');
  expect(() => binIndex(Float64Array.of(Number.NaN))).toThrow(RangeError);
  expect(() => binIndex(Float64Array.of(0.5), { bins: 0 })).toThrow(RangeError);
  expect(() => reliabilityBins(Float64Array.of(0.5), Uint8Array.of())).toThrow(RangeError);
});

test('nothing gives no equal-mass bin and empty equal-width ones', () => {
  expect(reliabilityBins(new Float64Array(), new Uint8Array())).toEqual([]);
  const [bin] = reliabilityBins(new Float64Array(), new Uint8Array(), {
    bins: 1,
    binning: 'equal-width',
  });
  expect(bin).toEqual({
    lower: 0,
    upper: 1,
    count: 0,
    confidence: Number.NaN,
    accuracy: Number.NaN,
    low: 0,
    high: 1,
  });
});

/** Bins of sorted rows by ranks alone: what many rows, which are dealt and not sorted, must give too. */
function binsOfSorted(data: { c: number; y: boolean }[], bins: number) {
  const sorted = [...data].sort((a, b) => a.c - b.c);
  const ends = equalMassEnds(sorted.length, (rank) => sorted[rank]!.c, bins);
  return ends.map((end, b) => {
    const rows = sorted.slice(ends[b - 1] ?? 0, end);
    return { count: rows.length, right: rows.filter(({ y }) => y).length };
  });
}

test('equal mass: many rows, few of them sorted, fall in the bins of sorted ones, ties included', () => {
  const random = createRandom('many');
  const kinds: readonly (() => number)[] = [
    () => random(),
    () => 1 / (1 + Math.exp(-40 * random())),
    () => Math.floor(20 * random()) / 19,
    () => (random() < 0.9 ? 1 : random()),
    () => 0.25 + 1e-9 * random(),
    () => 1,
  ];
  for (const kind of kinds)
    for (const [n, bins] of [
      [1000, 100],
      [5000, 1],
      [5003, 7],
      [9001, 15],
      [9002, 100],
    ] as const) {
      const data = Array.from({ length: n }, () => ({ c: kind(), y: random() < 0.6 }));
      const [confidence, correct] = columns(data);
      const many = reliabilityBins(confidence, correct, { bins });
      expect(
        many.map(({ count, accuracy }) => ({ count, right: Math.round(accuracy * count) })),
      ).toEqual(binsOfSorted(data, bins));
      const borders = equalMassEdges(confidence.slice().sort(), bins);
      expect(many.map(({ lower }) => lower)).toEqual([...borders.slice(0, -1)]);
      expect(many.map(({ upper }) => upper)).toEqual([...borders.slice(1)]);
      const index = binIndex(confidence, { bins });
      const inside = (c: number, row: number) =>
        c >= borders[index[row]!]! && c <= borders[index[row]! + 1]!;
      expect(confidence.every(inside)).toBe(true);
    }
});
