import { EN } from '../../strings/controls/en';
import { numbersOf } from '../../strings/numbers';
import type { Reliability } from '../reliability';
import type { Figure } from './figure';

const { percent } = numbersOf('en');
const CALIBRATORS = EN.calibrators;

/** The strong lines are set bolder. */
type CaptionLine = { readonly text: string; readonly strong: boolean };

const share = (value: number | null) => percent(value ?? NaN);
const six = (value: number) => String(Number(value.toPrecision(6)));

function calibratorOf({ calibration }: Reliability): string {
  if (calibration === null) return 'no calibrator';
  if (calibration.status === 'failed')
    return `no calibrator (${CALIBRATORS[calibration.name].title} could not be fitted)`;
  const { title } = CALIBRATORS[calibration.calibrator.name];
  return `calibrator ${title}: ${calibration.description}, shown on the other half`;
}

const ORIGINS: Readonly<Record<Figure['origin'], string>> = {
  shipped: 'shipped decisions',
  run: 'own run',
  imported: 'own data',
};

/** What was measured and how, in the lines below an exported diagram. */
export function figureCaption(figure: Figure, reliability: Reliability): CaptionLine[] {
  const { model, dtype, backend, task, n, ece, interval, bounds, settings, sha256, origin } =
    figure;
  const filled = reliability.bins.filter(({ count }) => count > 0).length;
  const range =
    interval === null ? '' : `, 95 % interval ${percent(interval[0])} – ${percent(interval[1])}`;
  const edges = settings.binning === 'equal-width' ? `, ${settings.edges} edges` : '';
  return [
    { text: [model, dtype, backend, task].filter(Boolean).join(' · '), strong: true },
    { text: `ECE ${share(ece)}${range}, n = ${n}`, strong: true },
    ...[
      `accuracy ${share(figure.accuracy)}, mean confidence ${share(figure.meanConfidence)}`,
      `${settings.bins} ${settings.binning} bins${filled === settings.bins ? '' : ` (${filled} filled)`}${edges}`,
      'bars: 95 % Wilson intervals of the accuracy',
      ...(bounds === null
        ? []
        : [
            `bars across: what options outside the log leave open; ECE between ${percent(bounds[0])} and ${percent(bounds[1])}`,
          ]),
      `T = ${six(settings.temperature)}, α = ${six(settings.scale)}`,
      calibratorOf(reliability),
      `${ORIGINS[origin]}${sha256 === null ? '' : `, SHA-256 ${sha256.slice(0, 12)}`}`,
      `Calibration Explorer ${figure.app}`,
    ].map((text) => ({ text, strong: false })),
  ];
}
