import type { DecisionTable } from '../../traces/decisionTable';
import type { Origin } from '../explorerState';
import { readLink } from '../link';
import type { Reliability } from '../reliability';
import type { Settings } from '../settings';
import { diagramBounds } from '../tableBounds';

/** What a figure says of itself: embedded in the SVG and at the head of the JSON files. */
export type Figure = {
  readonly version: 1;
  /** Version of the page that wrote it. */
  readonly app: string;
  /** Hash that restores the view, without `#`. */
  readonly link: string;
  /** Decisions of a run of one's own are not in the link. */
  readonly origin: Origin;
  readonly model: string;
  readonly dtype: string;
  readonly backend: string;
  readonly task: string;
  readonly n: number;
  /** Shares in [0, 1], 12 significant digits; null for n = 0. */
  readonly ece: number | null;
  /** 95 % interval of the ECE, where it is known. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Between which values it lies, where options are outside the log. */
  readonly bounds: readonly [low: number, high: number] | null;
  readonly accuracy: number | null;
  readonly meanConfidence: number | null;
  readonly settings: Settings;
  /** SHA-256 of the decision table, see `tableHash`. */
  readonly sha256: string | null;
};

type Ends = { readonly low: number; readonly high: number };

export type FigureSource = {
  readonly table: DecisionTable;
  readonly reliability: Reliability;
  readonly settings: Settings;
  readonly interval: Ends | null;
  readonly link: string;
  readonly origin: Origin;
  readonly sha256: string | null;
  readonly app: string;
};

const digits = (value: number) => Number(value.toPrecision(12));
const ends = (known: Ends | null): readonly [number, number] | null =>
  known === null ? null : [digits(known.low), digits(known.high)];
const known = (value: number) => (Number.isFinite(value) ? digits(value) : null);

/** The record of what is shown. */
export function figureOf(source: FigureSource): Figure {
  const { table, reliability, settings, interval, link, origin, sha256, app } = source;
  const { model, dtype, backend } = table.provenance;
  const { n, ece, accuracy, meanConfidence } = reliability;
  return {
    version: 1,
    app,
    link,
    origin,
    model,
    dtype,
    backend,
    task: table.task,
    n,
    ece: known(ece),
    interval: ends(interval),
    bounds: ends(diagramBounds(table, reliability, settings)?.ece ?? null),
    accuracy: known(accuracy),
    meanConfidence: known(meanConfidence),
    settings,
    sha256,
  };
}

/** `id` of the SVG's metadata element. */
export const FIGURE_ID = 'calibration-explorer';
const ELEMENT = new RegExp(
  `<metadata\\b[^>]*\\bid="${FIGURE_ID}"[^>]*>([^<]{0,100000})</metadata>`,
);
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** What a figure's record must have for its view to be restored. */
export type FigureRecord = Pick<Figure, 'link' | 'origin'>;

/** Link and origin of a record written as JSON, or null where it is none. */
export function recordOf(json: string): FigureRecord | null {
  try {
    const { version, link, origin } = (JSON.parse(json) ?? {}) as Record<string, unknown>;
    if (version !== 1 || typeof link !== 'string' || readLink(link) === null) return null;
    return { link, origin: origin === 'run' || origin === 'imported' ? origin : 'shipped' };
  } catch {
    return null;
  }
}

/** Link and origin of an exported SVG, or null where the text is none. Only looks for the record; never renders the file. */
export function readFigure(svg: string): FigureRecord | null {
  const json = ELEMENT.exec(svg)?.[1]?.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
  return json === undefined ? null : recordOf(json);
}

/** Name of an exported file: what it holds, of which model and task, and n. */
export function figureFile(
  what: string,
  { model, task, n }: Pick<Figure, 'model' | 'task' | 'n'>,
  type: 'svg' | 'png' | 'html' | 'csv' | 'json' | 'parquet',
): string {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 60);
  return `${[what, plain(model), plain(task), `n${n}`].filter(Boolean).join('-')}.${type}`;
}
