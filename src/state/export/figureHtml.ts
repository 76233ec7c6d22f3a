import type { DecisionTable } from '../../traces/decisionTable';
import { isLocale, type Locale } from '../../strings/locale';
import type { Figure } from './figure';
import { ENGLISH, figureSubject, type CaptionWords } from './figureCaption';
import { DATA_ID, PLACE } from './figureTemplate';
import { tableToJson, tableOfJson, type TableJson } from './tableJson';

/** What a figure that stands alone holds: its record, its decisions, and how their model was fine-tuned. */
export type FigureData = {
  readonly figure: Figure;
  readonly arm: string | null;
  readonly table: TableJson;
  /** Of the interface; English where it is left out. */
  readonly language?: Locale;
};

/** Rows; a figure is a page that opens at once, not an archive. */
export const MOST_ROWS = 200_000;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => ENTITIES[character]!);

/**
 * The template with title and data put in: one HTML file that needs nothing else. Throws RangeError, with a sentence, for a
 * template that is none and for more than `MOST_ROWS` rows.
 */
export function figureHtml(
  template: string,
  figure: Figure,
  table: DecisionTable,
  arm: string | null,
  words: CaptionWords = ENGLISH,
): string {
  if (table.caseIds.length > MOST_ROWS)
    throw new RangeError(
      `An HTML figure holds up to ${MOST_ROWS} decisions, these are ${table.caseIds.length}. Save the SVG, or the bins.`,
    );
  if (!template.includes(PLACE.title) || !template.includes(PLACE.data))
    throw new RangeError('The figure’s template is not the one of this version. Reload the page.');
  const data: FigureData = { figure, arm, table: tableToJson(table), language: words.locale };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const title = escaped(words.caption.page(figureSubject(figure, words)));
  // The data first: a name may look like their place.
  return template.replace(PLACE.data, () => json).replace(PLACE.title, () => title);
}

const ELEMENT = new RegExp(`<script type="application/json" id="${DATA_ID}">([^<]*)</script>`);

/** Record, arm, decisions and language of the JSON in a figure. Throws where it is damaged. */
export function readFigureData(json: string): {
  readonly figure: Figure;
  readonly arm: string | null;
  readonly table: DecisionTable;
  readonly language: Locale;
} {
  const { figure, arm, table, language } = JSON.parse(json) as FigureData;
  return {
    figure,
    arm,
    table: tableOfJson(table),
    language: isLocale(language) ? language : 'en',
  };
}

/** The JSON that an HTML figure holds, or null where the text is none. Only looks for it; never renders the file. */
export function dataOfHtml(html: string): string | null {
  return ELEMENT.exec(html)?.[1] ?? null;
}
