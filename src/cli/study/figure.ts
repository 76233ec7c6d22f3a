import { symbol } from 'd3-shape';
import { reliabilityBins } from '../../calibration/bins';
import { armStyle, SYMBOLS } from '../../charts/armStyle';
import { ARMS } from './arms';
import { figureOf, type Outcomes } from './outcomes';
import type { Study } from './view';

const CELL = { size: 120, gap: 26, left: 92, top: 34, caption: 44 };
const INK = '#16181c';
/** The theme's light colours of the arms: a figure stands alone, without the page's style sheet. */
const COLOURS: Readonly<Record<string, string>> = {
  base: '#3f4450',
  sft: '#0072b2',
  'sft-reasoned': '#3f9fd6',
  rlvr: '#d55e00',
  'ca-paper': '#b87f00',
  'ca-proper': '#009e73',
  'ca-gold': '#a39a00',
};

const text = (x: number, y: number, content: string, more = '') =>
  `<text x="${x}" y="${y}" ${more}>${content}</text>`;

function cell(arm: string, { n, confidence, correct }: Outcomes, x: number, y: number): string {
  const { size } = CELL;
  const bins = reliabilityBins(confidence, correct).filter(({ count }) => count > 0);
  const { marker } = armStyle(arm);
  const marks = bins.map((bin) => {
    const [cx, cy] = [x + size * bin.confidence, y + size * (1 - bin.accuracy)];
    const path = symbol(SYMBOLS[marker], 14 + 150 * (bin.count / n))() ?? '';
    const turn = marker === 'down' ? ' rotate(180)' : '';
    return (
      `<line x1="${cx.toFixed(2)}" x2="${cx.toFixed(2)}" y1="${cy.toFixed(2)}" y2="${(y + size * (1 - bin.confidence)).toFixed(2)}" stroke="${COLOURS[arm]!}" stroke-width="4" opacity=".25"/>` +
      `<path d="${path}" transform="translate(${cx.toFixed(2)} ${cy.toFixed(2)})${turn}" fill="${COLOURS[arm]!}" stroke="#fff" stroke-width=".75"/>`
    );
  });
  const outcomes = { n, confidence, correct };
  const numbers = ['accuracy', 'ece'].map((name) =>
    (100 * figureOf(outcomes, name as 'accuracy' | 'ece')).toFixed(1),
  );
  return [
    `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="#fff" stroke="#e2dfd8"/>`,
    `<path d="M${x} ${y + size}L${x + size} ${y}" stroke="#8d929b" stroke-dasharray="3 3" fill="none"/>`,
    ...marks,
    text(x + size / 2, y + size + 13, `${numbers[0]!} / ${numbers[1]!}`, 'text-anchor="middle"'),
  ].join('');
}

/**
 * Small multiples of the first seed, greedy: a column an arm, a row a task; accuracy against mean confidence of 15
 * equal-mass bins, accuracy / ECE in percent below each.
 */
export function studyFigure(study: Study, tasks: readonly string[]): string {
  const arms = ARMS.filter((arm) => study.find(arm, tasks[0]!, 'greedy').length > 0);
  const step = CELL.size + CELL.gap;
  const [width, height] = [
    CELL.left + arms.length * step,
    CELL.top + tasks.length * step + CELL.caption,
  ];
  const cells = tasks.flatMap((task, row) =>
    arms.map((arm, column) =>
      study.find(arm, task, 'greedy').length === 0
        ? ''
        : cell(
            arm,
            study.view.outcomes({ arm, task })[0]!,
            CELL.left + column * step,
            CELL.top + row * step,
          ),
    ),
  );
  const n = study.view.outcomes({ arm: arms[0]!, task: tasks[0]! })[0]!.n;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, 'Segoe UI', system-ui, sans-serif" font-size="11" fill="${INK}" role="img">`,
    '<title>Reliability of every arm on every task</title>',
    `<rect width="${width}" height="${height}" fill="#fbfaf7"/>`,
    ...arms.map((arm, i) =>
      text(CELL.left + i * step + CELL.size / 2, 20, arm, 'text-anchor="middle" font-weight="650"'),
    ),
    ...tasks.map((task, i) =>
      text(
        CELL.left - 12,
        CELL.top + i * step + CELL.size / 2,
        task,
        'text-anchor="end" font-weight="650"',
      ),
    ),
    ...cells,
    text(
      CELL.left,
      height - 18,
      `Accuracy against mean confidence; below each: accuracy / ECE in %. n = ${n} a cell, greedy, first seed, 15 equal-mass bins. npm run study.`,
      'fill="#565b64"',
    ),
    '</svg>\n',
  ].join('');
}
