import { expect, test } from 'vitest';
import { reliability } from '../reliability';
import { DEFAULT_SETTINGS } from '../settings';
import { cellOf, createCells } from './cells';
import { marginTable } from '../standIn';

const TABLE = marginTable([0.1, 2, 3, -0.5, NaN, 7, 1.5], [1, 3]);

/** Frames that the test plays one by one; every cell takes one millisecond. */
function handFrames(budget: number) {
  let work: (() => void) | null = null;
  let clock = 0;
  return {
    frames: {
      request: (next: () => void) => {
        work = next;
        return 1;
      },
      cancel: () => (work = null),
      now: () => clock++,
      budget,
    },
    frame: () => {
      const due = work;
      work = null;
      due?.();
      return due !== null;
    },
  };
}

test('a cell has the numbers of Explore, whatever the sliders', () => {
  for (const temperature of [1, 0.05, 3.7, 1e6])
    for (const binning of ['equal-mass', 'equal-width'] as const) {
      const settings = { ...DEFAULT_SETTINGS, temperature, binning, bins: 3 };
      const cell = cellOf(TABLE, settings);
      const own = reliability(TABLE, settings);
      expect(cell.n).toBe(6);
      for (const figure of ['ece', 'accuracy', 'meanConfidence'] as const)
        expect(cell[figure]).toBe(own[figure]);
      expect(cell.bins.map(({ count }) => count)).toEqual(own.bins.map(({ count }) => count));
    }
});

test('a table without any decision is a cell with n = 0', () => {
  expect(cellOf(marginTable([NaN]), DEFAULT_SETTINGS)).toMatchObject({ n: 0, ece: NaN });
});

test('a frame does what its budget allows, visible cells first, none starves under a moving slider', () => {
  const { frames, frame } = handFrames(2);
  const cells = createCells(DEFAULT_SETTINGS, frames);
  for (const key of ['a', 'b', 'c', 'd']) cells.put(key, TABLE);
  cells.see('d', true);
  const { getState } = cells.store;
  frame();
  expect([...getState().values.keys()]).toEqual(['d', 'a']);
  expect(getState().pending).toBe(2);
  frame();
  expect(getState()).toMatchObject({ pending: 0 });
  expect(frame()).toBe(false);
  cells.see('c', true);
  const former = getState().values;
  const changed = new Set<string>();
  for (let i = 1; i <= 3; i++) {
    cells.apply({ ...DEFAULT_SETTINGS, temperature: 1 + i });
    frame();
    for (const [key, value] of getState().values) if (former.get(key) !== value) changed.add(key);
  }
  expect([...changed].sort()).toEqual(['c', 'd']);
  while (frame());
  for (const [, value] of getState().values)
    expect(value.ece).toBeCloseTo(cellOf(TABLE, { ...DEFAULT_SETTINGS, temperature: 4 }).ece, 12);
});

test('while the sliders move, what is not visible waits even where there is time', () => {
  const { frames, frame } = handFrames(9);
  const cells = createCells(DEFAULT_SETTINGS, frames);
  for (const key of ['a', 'b']) cells.put(key, TABLE);
  frame();
  cells.see('a', true);
  cells.apply({ ...DEFAULT_SETTINGS, scale: 3 });
  frame();
  expect(cells.store.getState().pending).toBe(1);
  frame();
  expect(cells.store.getState().pending).toBe(0);
});

test('nothing is computed twice for the same settings, nor after the end', () => {
  const { frames, frame } = handFrames(9);
  const cells = createCells(DEFAULT_SETTINGS, frames);
  cells.put('a', TABLE);
  frame();
  const first = cells.store.getState().values.get('a');
  cells.put('a', TABLE);
  cells.apply(DEFAULT_SETTINGS);
  expect(frame()).toBe(false);
  expect(cells.store.getState().values.get('a')).toBe(first);
  cells.apply({ ...DEFAULT_SETTINGS, scale: 2 });
  cells.stop();
  expect(frame()).toBe(false);
  cells.put('a', TABLE);
  expect(frame()).toBe(true);
});
