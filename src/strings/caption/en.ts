import { numbersOf } from '../numbers';

const { percent } = numbersOf('en');

/** What stands below, above and around a figure that leaves the page. */
export const EN = {
  title: (subject: string) => `Reliability diagram: ${subject}`,
  page: (subject: string) => `${subject} – reliability diagram`,
  on: (model: string, task: string) => `${model} on ${task}`,
  ece: (share: number, n: number) => `ECE ${percent(share)}, n = ${n}`,
  eceBetween: (share: number, low: number, high: number, n: number) =>
    `ECE ${percent(share)}, 95 % interval ${percent(low)} – ${percent(high)}, n = ${n}`,
  means: (accuracy: number, confidence: number) =>
    `accuracy ${percent(accuracy)}, mean confidence ${percent(confidence)}`,
  bins: {
    'equal-mass': (n: number) => `${n} equal-mass bins`,
    'equal-width': (n: number) => `${n} equal-width bins`,
  },
  filled: (n: number) => ` (${n} filled)`,
  edges: {
    left: ', left edges',
    right: ', right edges',
    guo: ', guo edges',
    torchmetrics: ', torchmetrics edges',
  },
  bars: 'bars: 95 % Wilson intervals of the accuracy',
  bounds: (low: number, high: number) =>
    `bars across: what options outside the log leave open; ECE between ${percent(low)} and ${percent(high)}`,
  uncalibrated: 'no calibrator',
  unfitted: (calibrator: string) => `no calibrator (${calibrator} could not be fitted)`,
  calibrated: (calibrator: string, description: string) =>
    `calibrator ${calibrator}: ${description}, shown on the other half`,
  origins: { shipped: 'shipped decisions', run: 'own run', imported: 'own data' },
  saved: 'As saved',
  restore: 'Restore',
};

export type CaptionStrings = typeof EN;
