import { expect, test } from 'vitest';
import { reliability } from '../reliability';
import { DEFAULT_SETTINGS } from '../settings';
import { smallTable } from './exported.fixture';
import { FIGURE_ID, figureFile, figureOf, readFigure } from './figure';

const LINK = 'v=1&m=rlvr&t=clinic&T=3';
const table = smallTable();
const figure = figureOf({
  table,
  reliability: reliability(table, DEFAULT_SETTINGS),
  settings: DEFAULT_SETTINGS,
  interval: { low: 0.1, high: 1 / 3 },
  link: LINK,
  origin: 'shipped',
  sha256: 'ab',
  app: '1.2.3',
});
const svgOf = (json: string) =>
  `<svg xmlns="x"><title>t</title><metadata id="${FIGURE_ID}">${json
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</metadata><text>y</text></svg>`;

test('the record has 12 digits of the ECE and what the figure shows', () => {
  const { ece } = reliability(table, DEFAULT_SETTINGS);
  expect(figure.ece).toBeCloseTo(ece, 11);
  expect(figure.interval).toEqual([0.1, 0.333333333333]);
  expect(figure).toMatchObject({ n: 4, accuracy: 0.75, model: 'rlvr', task: 'clinic' });
});

test('a figure gives its link back', () => {
  expect(readFigure(svgOf(JSON.stringify(figure)))).toEqual({ link: LINK, origin: 'shipped' });
  const own = { ...figure, origin: 'run', model: 'a<b & "c"' };
  expect(readFigure(svgOf(JSON.stringify(own)))).toEqual({ link: LINK, origin: 'run' });
});

test('other files are none: no record, another version, a link that is not ours, damage', () => {
  for (const text of [
    '',
    '<svg/>',
    svgOf('null'),
    svgOf('{'),
    svgOf(JSON.stringify({ ...figure, version: 2 })),
    svgOf(JSON.stringify({ ...figure, link: 'javascript:alert(1)' })),
    svgOf(JSON.stringify(figure)).replace(FIGURE_ID, 'other'),
    svgOf(JSON.stringify(figure)).slice(0, -60),
  ])
    expect(readFigure(text)).toBeNull();
});

test('an empty table has no numbers', () => {
  const none = { ...table, usable: new Int32Array() };
  const { ece, accuracy } = figureOf({
    table: none,
    reliability: reliability(none, DEFAULT_SETTINGS),
    ...{ settings: DEFAULT_SETTINGS, interval: null, link: LINK, origin: 'run', sha256: null },
    app: '1',
  });
  expect([ece, accuracy]).toEqual([null, null]);
});

test('names of files say what they hold and stay plain', () => {
  const named = { model: 'rlvr', task: 'clinic', n: 2000 };
  expect(figureFile('reliability', named, 'svg')).toBe('reliability-rlvr-clinic-n2000.svg');
  const odd = { model: '../Org/Model 7B', task: '…', n: 3 };
  expect(figureFile('bins', odd, 'csv')).toBe('bins-org-model-7b-n3.csv');
});
