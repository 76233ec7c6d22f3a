import type { Bin } from '../../calibration/bins';
import type { binFigures } from '../../calibration/binFigures';
import type { Figures } from './figures';

type BinFigures = ReturnType<typeof binFigures>;

type EceBounds = NonNullable<Figures['eceBounds']>;

/** Characters of a bin's line from confidence 0 to 1. */
const WIDTH = 40;

const show = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(4));
const share = (value: number): string => value.toFixed(2).replace(/^0/, '');

/** Between which the ECE lies, where options are outside the log. */
function outsideLog({ low, high, exact, rows }: EceBounds): [string, string] {
  return [
    '  with bounds',
    `${show(low)} to ${show(high)}${exact ? '' : ' at most'}, ${rows} with an option outside the log`,
  ];
}

/** The figures as aligned text, and the reliability diagram a line a bin. */
export function formatReport(
  figures: Figures,
  heading: readonly string[],
  reasons: Record<string, string>,
): string {
  const { ece, missing } = figures;
  const lost = Object.entries(missing).map(([reason, count]) => `${count} ${reason}`);
  const rows: [string, string][] = [
    ['decisions', `${figures.n}${lost.length > 0 ? `, missing: ${lost.join(', ')}` : ''}`],
    [
      'accuracy',
      `${show(figures.accuracy)}  [${show(figures.accuracyLow)}, ${show(figures.accuracyHigh)}]`,
    ],
    ['mean confidence', show(figures.meanConfidence)],
    [
      'ECE',
      `${show(ece.value)}  [${show(ece.low)}, ${show(ece.high)}]  ${ece.resamples} resamples`,
    ],
    ...(figures.eceBounds === null ? [] : [outsideLog(figures.eceBounds)]),
    ['  if calibrated', `${show(ece.null)}  95 % below ${show(ece.nullUpper)}, p = ${show(ece.p)}`],
    ['  over / under', `${show(figures.gap.over)} / ${show(figures.gap.under)}`],
    ['MCE, ACE', `${show(figures.mce)}, ${show(figures.ace)}`],
    ['classwise ECE', show(figures.classwiseEce)],
    ['debiased L2', show(figures.debiasedCe)],
    ['smooth ECE', show(figures.smoothEce)],
    ['Brier, multiclass', `${show(figures.brier)}, ${show(figures.brierMulticlass)}`],
    [
      'NLL',
      `${show(figures.nll)}${figures.nllClipped > 0 ? `  (${figures.nllClipped} rows clipped)` : ''}`,
    ],
    ['AUROC', show(figures.auroc)],
    ['AURC, excess', `${show(figures.aurc)}, ${show(figures.eaurc)}`],
  ];
  if (figures.optionMass !== null)
    rows.push([
      'option mass',
      `mean ${show(figures.optionMass.mean)}, least ${show(figures.optionMass.min)}`,
    ]);
  if (figures.posterior !== null)
    rows.push(
      ['KL to posterior', show(figures.posterior.kl)],
      [
        'Bayes ceiling',
        `accuracy ${show(figures.posterior.bayes.accuracy)}, ECE ${show(figures.posterior.bayes.ece)}`,
      ],
    );
  return [
    ...heading,
    ...aligned(rows),
    ...Object.entries(reasons).map(([name, reason]) => `(${name}: ${reason})`),
    ...diagramLines(figures.bins),
  ].join('\n');
}

/** The same for decisions of which only bins are known. */
export function formatBins(figures: BinFigures, heading: readonly string[]): string {
  const { n, accuracy, accuracyLow, accuracyHigh, meanConfidence, ece, gap, mce, bins } = figures;
  const rows: [string, string][] = [
    ['decisions', String(n)],
    ['accuracy', `${show(accuracy)}  [${show(accuracyLow)}, ${show(accuracyHigh)}]`],
    ['mean confidence', show(meanConfidence)],
    ['ECE', show(ece.value)],
    ['  over / under', `${show(gap.over)} / ${show(gap.under)}`],
    ['MCE', show(mce)],
  ];
  const reason = '(intervals, null and ranking need the single decisions)';
  return [...heading, ...aligned(rows), reason, ...diagramLines(bins)].join('\n');
}

function aligned(rows: readonly [string, string][]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function diagramLines(bins: readonly Bin[]): string[] {
  return [
    '',
    `confidence     rows   conf  acc   0${' '.repeat(WIDTH - 2)}1   │ mean confidence, ● accuracy, ─ its 95 % interval`,
    ...bins.map(binLine),
  ];
}

function binLine(bin: Bin): string {
  const range = `${share(bin.lower).padStart(4)}–${share(bin.upper).padEnd(4)}`;
  const count = String(bin.count).padStart(10);
  if (bin.count === 0) return `${range}${count}`;
  return `${range}${count}   ${share(bin.confidence).padEnd(4)}  ${share(bin.accuracy).padEnd(4)}  ${bar(bin)}`;
}

function bar({ confidence, accuracy, low, high }: Bin): string {
  const cell = (value: number): number => Math.min(WIDTH - 1, Math.floor(value * WIDTH));
  const line = Array.from({ length: WIDTH }, (_, i): string =>
    i >= cell(low) && i <= cell(high) ? '─' : ' ',
  );
  line[cell(confidence)] = '│';
  line[cell(accuracy)] = cell(accuracy) === cell(confidence) ? '◉' : '●';
  return line.join('').trimEnd();
}
