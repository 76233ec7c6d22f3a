import { figurePng, figureSvg, type FigureParts } from '../../charts/export/figureSvg';
import { csvText, rowObjects, type Columns } from '../../state/export/csvText';
import { binRows, decisionRows } from '../../state/export/exportRows';
import { FIGURE_ID, figureFile, type Figure } from '../../state/export/figure';
import { figureCaption, figureSubject, type CaptionWords } from '../../state/export/figureCaption';
import { figureHtml } from '../../state/export/figureHtml';
import { FIGURE_TEMPLATE } from '../../state/export/figureTemplate';
import { withPngText } from '../../state/export/pngText';
import type { Reliability } from '../../state/reliability';
import type { DecisionTable } from '../../traces/decisionTable';

export type NamedFile = { readonly name: string; readonly content: Blob };

const CONTENT = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  svg: 'image/svg+xml',
} as const;

async function pngWith(png: Blob, { id, json }: FigureParts['metadata']): Promise<Blob> {
  const bytes = withPngText(new Uint8Array(await png.arrayBuffer()), id, json);
  return new Blob([bytes as BlobPart], { type: 'image/png' });
}

/** The diagram as it is on the page, with its caption and the record that restores it. */
export async function drawingFile(
  type: 'svg' | 'png',
  figure: Figure,
  reliability: Reliability,
  drawing: SVGSVGElement,
  words: CaptionWords,
): Promise<NamedFile> {
  const metadata = { id: FIGURE_ID, json: JSON.stringify(figure) };
  const svg = figureSvg(drawing, {
    title: words.caption.title(figureSubject(figure, words)),
    caption: figureCaption(figure, reliability, words),
    metadata,
  });
  const content =
    type === 'svg'
      ? new Blob([svg.text], { type: CONTENT.svg })
      : await pngWith(await figurePng(svg), metadata);
  return { name: figureFile('reliability', figure, type), content };
}

/** The diagram with its controls and decisions, in one page. Rejects with a sentence where its template is out of reach. */
export async function htmlFile(
  figure: Figure,
  table: DecisionTable,
  arm: string | null,
  words: CaptionWords,
): Promise<NamedFile> {
  const answer = await fetch(new URL(FIGURE_TEMPLATE, document.baseURI)).catch(() => null);
  if (answer?.ok !== true)
    throw new Error(
      'The page that a figure is written into could not be fetched. Check the connection.',
    );
  const html = figureHtml(await answer.text(), figure, table, arm, words);
  return {
    name: figureFile('figure', figure, 'html'),
    content: new Blob([html], { type: CONTENT.html }),
  };
}

/** Bins or decisions as shown; JSON has the figure's record at its head. */
export function rowsFile(
  what: 'bins' | 'decisions',
  type: 'csv' | 'json',
  figure: Figure,
  reliability: Reliability,
  table: DecisionTable,
): NamedFile {
  const rows: Columns =
    what === 'bins' ? binRows(reliability.bins) : decisionRows(table, reliability);
  const text =
    type === 'csv'
      ? csvText(rows)
      : `${JSON.stringify({ ...figure, [what]: rowObjects(rows) }, null, 1)}\n`;
  return {
    name: figureFile(what, figure, type),
    content: new Blob([text], { type: CONTENT[type] }),
  };
}

/** Every decision of the table with its raw logits, to be opened again; the writer is fetched when it is asked for. */
export async function parquetFile(figure: Figure, table: DecisionTable): Promise<NamedFile> {
  const { tableParquet } = await import('../../formats/import/parquetOf');
  const bytes = await tableParquet(table);
  return {
    name: figureFile('decisions', { ...figure, n: table.chosen.length }, 'parquet'),
    content: new Blob([bytes as BlobPart], { type: 'application/vnd.apache.parquet' }),
  };
}
