import { expect, test } from 'vitest';
import { reliability } from '../reliability';
import { DEFAULT_SETTINGS } from '../settings';
import { smallTable } from './exported.fixture';
import { figureOf } from './figure';
import { dataOfHtml, figureHtml, readFigureData } from './figureHtml';
import { DATA_ID, PLACE } from './figureTemplate';

const TEMPLATE = `<title>${PLACE.title}</title><script type="application/json" id="${DATA_ID}">${PLACE.data}</script>`;

function figureOfModel(model: string) {
  const table = smallTable(model);
  const shown = reliability(table, DEFAULT_SETTINGS);
  const figure = figureOf({
    ...{ table, reliability: shown, settings: DEFAULT_SETTINGS, interval: null },
    ...{ link: 'v=1', origin: 'run', sha256: null, app: '1' },
  });
  return { table, figure };
}

test('the decisions come back bit for bit, and with them the ECE', () => {
  const { table, figure } = figureOfModel('rlvr');
  const data = readFigureData(dataOfHtml(figureHtml(TEMPLATE, figure, table, 'rlvr'))!);
  const { posterior, ...columns } = table;
  expect(data.table).toMatchObject(columns);
  expect(data.table.posterior).toHaveLength(posterior.length);
  expect(data).toMatchObject({ figure, arm: 'rlvr' });
  const settings = { ...DEFAULT_SETTINGS, temperature: 3 };
  expect(reliability(data.table, settings).ece).toBe(reliability(table, settings).ece);
});

test('names cannot leave their place', () => {
  const name = '</script><script>alert(1)</script><!-- $& %FIGURE_DATA%';
  const { table, figure } = figureOfModel(name);
  const html = figureHtml(TEMPLATE, figure, table, null);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script/g)).toHaveLength(1);
  expect(html).not.toContain('<!--');
  expect(readFigureData(dataOfHtml(html)!).figure.model).toBe(name);
});

test('damaged data throw, other pages have none', () => {
  const { table, figure } = figureOfModel('rlvr');
  const json = dataOfHtml(figureHtml(TEMPLATE, figure, table, null))!;
  expect(() => readFigureData(json.slice(0, -9))).toThrow();
  expect(() => readFigureData(json.replace('"labels":["A","B"]', '"labels":["A"]'))).toThrow(
    RangeError,
  );
  expect(dataOfHtml('<html></html>')).toBeNull();
  expect(() => figureHtml('<html></html>', figure, table, null)).toThrow(/Reload/);
});
