import { EN as CAPTION, type CaptionStrings } from '../../strings/caption/en';
import { EN as CONTROLS, type ControlStrings } from '../../strings/controls/en';
import { decimalOf } from '../../strings/numbers';
import type { Locale } from '../../strings/locale';
import type { Say } from '../../strings/messages/say';
import type { Reliability } from '../reliability';
import type { Figure } from './figure';

/** The strong lines are set bolder. */
type CaptionLine = { readonly text: string; readonly strong: boolean };

/** A language to write a caption in. */
export type CaptionWords = {
  readonly locale: Locale;
  readonly caption: CaptionStrings;
  readonly calibrators: ControlStrings['calibrators'];
  readonly say: Say;
};

export const ENGLISH: CaptionWords = {
  locale: 'en',
  caption: CAPTION,
  calibrators: CONTROLS.calibrators,
  say: (message) => message,
};

const six = (value: number, locale: Locale) =>
  decimalOf(locale, String(Number(value.toPrecision(6))));

function calibratorOf(
  { calibration }: Reliability,
  { caption, calibrators, say }: CaptionWords,
): string {
  if (calibration === null) return caption.uncalibrated;
  if (calibration.status === 'failed') return caption.unfitted(calibrators[calibration.name].title);
  const { title } = calibrators[calibration.calibrator.name];
  return caption.calibrated(title, say(calibration.description));
}

/** What a figure is of: a file may tell no task. */
export function figureSubject(
  { model, task }: Pick<Figure, 'model' | 'task'>,
  { caption }: CaptionWords = ENGLISH,
): string {
  return task === '' ? model : caption.on(model, task);
}

/** What was measured and how, in the lines below an exported diagram. */
export function figureCaption(
  figure: Figure,
  reliability: Reliability,
  words: CaptionWords = ENGLISH,
): CaptionLine[] {
  const { caption, locale } = words;
  const { model, dtype, backend, task, n, interval, bounds, settings, sha256, origin } = figure;
  const filled = reliability.bins.filter(({ count }) => count > 0).length;
  const ece = figure.ece ?? NaN;
  return [
    { text: [model, dtype, backend, task].filter(Boolean).join(' · '), strong: true },
    {
      text:
        interval === null
          ? caption.ece(ece, n)
          : caption.eceBetween(ece, interval[0], interval[1], n),
      strong: true,
    },
    ...[
      caption.means(figure.accuracy ?? NaN, figure.meanConfidence ?? NaN),
      caption.bins[settings.binning](settings.bins) +
        (filled === settings.bins ? '' : caption.filled(filled)) +
        (settings.binning === 'equal-width' ? caption.edges[settings.edges] : ''),
      caption.bars,
      ...(bounds === null ? [] : [caption.bounds(bounds[0], bounds[1])]),
      `T = ${six(settings.temperature, locale)}, α = ${six(settings.scale, locale)}`,
      calibratorOf(reliability, words),
      `${caption.origins[origin]}${sha256 === null ? '' : `, SHA-256 ${sha256.slice(0, 12)}`}`,
      `Calibration Explorer ${figure.app}`,
    ].map((text) => ({ text, strong: false })),
  ];
}
