import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLink, writeLink, type LinkedView } from './link';
import { DEFAULT_SETTINGS } from './settings';
import { INITIAL_VIEW } from './view/view';

const PLAIN: LinkedView = {
  dtype: 'q8',
  mode: 'greedy',
  settings: DEFAULT_SETTINGS,
  view: INITIAL_VIEW,
};

test('what is at its default is not in the link', () => {
  expect(writeLink({ ...PLAIN, model: 'rlvr', task: 'clinic', caseIndex: 0 })).toBe(
    'v=1&m=rlvr&t=clinic',
  );
});

test('a view survives its link', () => {
  const settings = fc.record({
    temperature: fc.constantFrom(1, 0.5, 1.26, 3.333, 1e4),
    scale: fc.constantFrom(1, 0.1, 2),
    bins: fc.integer({ min: 1, max: 100 }),
    binning: fc.constantFrom('equal-mass' as const, 'equal-width' as const),
    edges: fc.constantFrom('right' as const, 'guo' as const),
    calibrator: fc.constantFrom(null, 'isotonic' as const, 'barycentre' as const),
  });
  const view = fc.record({
    model: fc.constantFrom('base', 'ca-proper'),
    task: fc.constantFrom('clinic', 'marathon'),
    dtype: fc.constantFrom('q8' as const, 'fp32' as const),
    mode: fc.constantFrom('greedy' as const, 'sample' as const),
    caseIndex: fc.integer({ min: 1, max: 9999 }),
    bin: fc.nat(99),
    settings,
    view: fc.constantFrom(INITIAL_VIEW, {
      ...INITIAL_VIEW,
      page: { panel: 'compare' as const, theme: 'dark' as const, presenter: true },
    }),
  });
  fc.assert(
    fc.property(view, (given) => {
      const link = writeLink(given);
      expect(readLink(`#${link}`)).toEqual(given);
      expect(link.length).toBeLessThan(180);
    }),
  );
});

test('garbage never throws, and never leaves a setting out of range', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((tail) => `#v=1&T=${tail}&b=${tail}&m=${tail}&c=${tail}`),
    fc.constantFrom('#v=1&T=-1', '#v=1&T=1e999', '#v=1&b=0', '#v=1&m=__proto__', '#v=1&%', '#v=2'),
  );
  fc.assert(
    fc.property(text, (hash) => {
      const view = readLink(hash);
      if (view === null) return;
      const { temperature, scale, bins } = view.settings;
      for (const value of [temperature, scale]) expect(value > 0 && value <= 1e6).toBe(true);
      expect(Number.isInteger(bins) && bins >= 1 && bins <= 100).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test.each(['', '#', '#explore', '#v=2&m=rlvr', '#m=rlvr'])('“%s” is no link of ours', (hash) => {
  expect(readLink(hash)).toBeNull();
});
