import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PANELS, THEMES } from './page';
import { createView, INITIAL_VIEW, isViewStep, readView, writeView } from './view';

const fieldsOf = (view: Parameters<typeof writeView>[0]) =>
  Object.entries(writeView(view)).filter(
    (field): field is [string, string] => field[1] !== undefined,
  );

test('a view at its defaults has no field', () => {
  expect(fieldsOf(INITIAL_VIEW)).toEqual([]);
  expect(readView(new URLSearchParams())).toEqual(INITIAL_VIEW);
});

test('panel, theme and presenter mode survive their fields', () => {
  const page = fc.record({
    panel: fc.constantFrom(...PANELS),
    theme: fc.constantFrom(...THEMES, null),
    presenter: fc.boolean(),
  });
  fc.assert(
    fc.property(page, (given) => {
      const view = { ...INITIAL_VIEW, page: given };
      expect(readView(new URLSearchParams(fieldsOf(view)))).toEqual(view);
    }),
  );
});

test('fields that say nothing known are the defaults', () => {
  expect(readView(new URLSearchParams('p=__proto__&h=pink&P=yes'))).toEqual(INITIAL_VIEW);
});

test('another panel is a step of the history, another theme is none', () => {
  const view = createView();
  view.change('page', { theme: 'dark' });
  expect(isViewStep(INITIAL_VIEW, view.getState())).toBe(false);
  view.change('page', { panel: 'defer' });
  expect(isViewStep(INITIAL_VIEW, view.getState())).toBe(true);
  expect(view.getState().page).toEqual({ panel: 'defer', theme: 'dark', presenter: false });
});
