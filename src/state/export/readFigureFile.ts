import type { DecisionTable } from '../../traces/decisionTable';
import { FIGURE_ID, readFigure, recordOf, type FigureRecord } from './figure';
import { dataOfHtml, readFigureData } from './figureHtml';
import { isPng, pngText } from './pngText';

/** What a file that Export saved says of its view, with its decisions where it holds them. */
export type FigureFile = FigureRecord & { readonly table: DecisionTable | null };

/**
 * Reads an exported SVG, PNG or HTML figure by its content; null where the bytes are none. Only looks for the record:
 * never renders the file.
 */
export function readFigureFile(bytes: Uint8Array): FigureFile | null {
  if (isPng(bytes)) {
    const json = pngText(bytes, FIGURE_ID);
    const record = json === null ? null : recordOf(json);
    return record === null ? null : { ...record, table: null };
  }
  const text = new TextDecoder().decode(bytes);
  const data = dataOfHtml(text);
  if (data === null) {
    const record = readFigure(text);
    return record === null ? null : { ...record, table: null };
  }
  try {
    const { figure, table } = readFigureData(data);
    const record = recordOf(JSON.stringify(figure));
    return record === null ? null : { ...record, table };
  } catch {
    return null;
  }
}
