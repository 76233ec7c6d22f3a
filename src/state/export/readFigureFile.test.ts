import { expect, test } from 'vitest';
import { reliability } from '../reliability';
import { DEFAULT_SETTINGS } from '../settings';
import { smallTable } from './exported.fixture';
import { FIGURE_ID, figureOf } from './figure';
import { figureHtml } from './figureHtml';
import { DATA_ID, PLACE } from './figureTemplate';
import { readFigureFile } from './readFigureFile';
import { withPngText } from './pngText';

const table = smallTable();
const figure = figureOf({
  ...{ table, reliability: reliability(table, DEFAULT_SETTINGS), settings: DEFAULT_SETTINGS },
  ...{ link: 'v=1&T=3', origin: 'imported', sha256: null, app: '1', interval: null },
});
const json = JSON.stringify(figure);
const bytes = (text: string) => new TextEncoder().encode(text);
const record = { link: 'v=1&T=3', origin: 'imported' };
/** Signature and end: enough of a PNG to carry a text. */
const PNG = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex'));

test('an SVG and a PNG give the view, an HTML figure the decisions as well', () => {
  const svg = `<svg><metadata id="${FIGURE_ID}">${json.replaceAll('&', '&amp;')}</metadata></svg>`;
  expect(readFigureFile(bytes(svg))).toEqual({ ...record, table: null });
  expect(readFigureFile(withPngText(PNG, FIGURE_ID, json))).toEqual({ ...record, table: null });
  const template = `${PLACE.title}<script type="application/json" id="${DATA_ID}">${PLACE.data}</script>`;
  const html = figureHtml(template, figure, table, null);
  expect(readFigureFile(bytes(html))).toMatchObject({ ...record, table: { logits: table.logits } });
  expect(readFigureFile(bytes(html.replace('"labels":["A","B"]', '"labels":[]')))).toBeNull();
  expect(readFigureFile(bytes(html.replace('"link":"v=1', '"link":"x=1')))).toBeNull();
});

test('other files are none', () => {
  for (const other of [PNG, withPngText(PNG, FIGURE_ID, '{'), bytes(''), bytes('<svg/>')])
    expect(readFigureFile(other)).toBeNull();
});
