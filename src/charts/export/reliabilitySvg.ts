import { histogram } from '../../calibration/histogram';
import type { Bin } from '../../calibration/bins';
import type { Bounds } from '../../calibration/confidenceBounds';
import { EN } from '../../strings/charts/en';
import {
  axis,
  histogramBars,
  gapsPath,
  HEIGHT,
  histogramPath,
  openPath,
  PLOT,
  reliabilityMarks,
  WIDTH,
} from '../reliabilityLayout';
import { CAPTION, captionLayout } from './captionLayout';
import type { FigureParts } from './figureSvg';

/** The light theme’s: a file stands alone, without the page’s style sheet. */
const INK = {
  ground: '#fbfaf7',
  ink: '#16181c',
  quiet: '#565b64',
  pale: '#8d929b',
  rule: '#e2dfd8',
};
const ARM = '#3f4450';
const MARGIN = 14;

type Attributes = Readonly<Record<string, string | number>>;

/** Text of XML; characters that XML forbids become spaces. */
const escaped = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"]/gu, (character) => `&#${character.codePointAt(0)!};`);

/** The record is looked for by its text: entities with names, as a browser writes them. */
const escapedJson = (json: string) =>
  json.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value))}"`,
  );
  return `<${name}${written.join('')}${inside.length === 0 ? '/>' : `>${inside.join('')}</${name}>`}`;
}
const text = (words: string, attributes: Attributes) =>
  element('text', { fill: INK.quiet, ...attributes }, escaped(words));

function axes(): string {
  const floor = axis.y(0) + PLOT.gap + PLOT.strip;
  const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes = {}) =>
    element('line', { x1, y1, x2, y2, stroke: INK.rule, ...more });
  return [
    ...axis.ticks.flatMap((tick) => [
      line(axis.x(tick), axis.y(1), axis.x(tick), floor),
      line(axis.x(0), axis.y(tick), axis.x(1), axis.y(tick)),
      text(`${100 * tick}`, { x: axis.x(tick), y: floor + 15, 'text-anchor': 'middle' }),
      text(`${100 * tick}`, {
        x: axis.x(0) - 7,
        y: axis.y(tick),
        dy: '0.34em',
        'text-anchor': 'end',
      }),
    ]),
    text(EN.confidence, {
      ...{ x: axis.x(0.5), y: HEIGHT - 6 },
      ...{ 'text-anchor': 'middle', 'font-size': 11.5 },
    }),
    text(EN.accuracy, {
      transform: `translate(11 ${axis.y(0.5)}) rotate(-90)`,
      ...{ 'text-anchor': 'middle', 'font-size': 11.5 },
    }),
    line(axis.x(0), axis.y(0), axis.x(1), axis.y(1), {
      stroke: INK.quiet,
      'stroke-dasharray': '4 3',
    }),
    text(EN.calibrated, {
      transform: `translate(${axis.x(0.25)} ${axis.y(0.25) - 7}) rotate(-45)`,
      ...{ 'text-anchor': 'middle', 'font-size': 10.5, 'font-style': 'italic' },
    }),
  ].join('');
}

/** What is drawn: shares in [0, 1]; `confidence` null where only the bins are known, which leaves the histogram out. */
export type DrawnReliability = {
  readonly n: number;
  readonly bins: readonly Bin[];
  readonly confidence: Float64Array | null;
  readonly accuracy: number;
  readonly meanConfidence: number;
  /** Between which values the mean confidence of each bin lies, where options are outside the log. */
  readonly bounds?: Bounds | null;
};

/**
 * The reliability diagram of the page as an SVG file, drawn without a browser: the same layout, the light theme, caption
 * and metadata. Its text is escaped; the file holds no script and no style.
 */
export function reliabilitySvg(drawn: DrawnReliability, parts: FigureParts): string {
  const { n, bins, confidence, accuracy, meanConfidence, bounds = null } = drawn;
  const { lines, height } = captionLayout(parts.caption, WIDTH - 2 * MARGIN, HEIGHT);
  const marks = reliabilityMarks(bins, n, bounds);
  const means = [
    `M${axis.x(meanConfidence)} ${axis.y(0) + 2}l-4 7h8z`,
    `M${axis.x(0) + 1} ${axis.y(accuracy)}l7 -4v8z`,
  ];
  const svg = element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${height}` },
      ...{ width: WIDTH, height, role: 'img' },
      ...{ 'font-family': 'system-ui, sans-serif', 'font-size': 11 },
    },
    element('title', {}, escaped(parts.title)),
    element('metadata', { id: parts.metadata.id }, escapedJson(parts.metadata.json)),
    element('rect', { width: WIDTH, height, fill: INK.ground }),
    axes(),
    confidence === null
      ? ''
      : element('path', {
          d: histogramPath(histogramBars(histogram(confidence))),
          fill: INK.pale,
          opacity: 0.55,
        }),
    n === 0 ? '' : element('path', { d: means.join(''), fill: INK.ink }),
    element('path', { d: gapsPath(marks), stroke: ARM, 'stroke-width': 9, opacity: 0.2 }),
    bounds === null
      ? ''
      : element('path', { d: openPath(marks), fill: 'none', stroke: ARM, 'stroke-width': 1.5 }),
    ...marks.map(({ x, y, low, high, radius, label, labelEnd, bin }) =>
      element(
        'g',
        {},
        element('line', { x1: x, x2: x, y1: low, y2: high, stroke: ARM, 'stroke-width': 1.5 }),
        element('circle', {
          ...{ cx: x, cy: y, r: radius, fill: ARM },
          ...{ stroke: INK.ground, 'stroke-width': 1.5 },
        }),
        label === null ? '' : text(label, { x: labelEnd, y, dy: '0.34em', 'text-anchor': 'end' }),
        element('title', {}, escaped(EN.bin(bin.count, bin.confidence, bin.accuracy))),
      ),
    ),
    ...lines.map(({ text: words, strong, y }) =>
      text(words, {
        ...{ x: MARGIN, y, 'font-size': CAPTION.font },
        ...(strong && { fill: INK.ink, 'font-weight': 600 }),
      }),
    ),
  );
  return `${svg}\n`;
}
