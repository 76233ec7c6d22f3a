import type { CalibratorName } from '../calibration/calibrators/calibrator';

/** Plain name of each calibrator and what it does, in a sentence. */
export const CALIBRATORS: Readonly<
  Record<CalibratorName, { readonly title: string; readonly sentence: string }>
> = {
  temperature: {
    title: 'Temperature',
    sentence: 'Divides all logits by one number, the one that makes gold most likely.',
  },
  scale: {
    title: 'Decision-token scale',
    sentence:
      'Multiplies the decision token’s logits by one number: the same maps as temperature, and the reasoning is left alone.',
  },
  mixing: {
    title: 'Mixing with chance',
    sentence: 'Mixes every probability with the even one: (1 − ε)·p + ε/K.',
  },
  barycentre: {
    title: 'Barycentre correction',
    sentence:
      'Takes back the known bias of the paper’s target: π = (K·p − 1)/(K − 1). Needs no labels.',
  },
  platt: {
    title: 'Platt scaling',
    sentence: 'A sigmoid with slope and intercept on the log-odds of the confidence.',
  },
  isotonic: {
    title: 'Isotonic regression',
    sentence: 'The best line of any shape on which more confidence never means less.',
  },
  histogram: {
    title: 'Histogram binning',
    sentence: 'In each of 15 bins confidence becomes the fraction that was right.',
  },
  beta: {
    title: 'Beta calibration',
    sentence: 'Three parameters on ln c and ln(1 − c): both ends bend on their own.',
  },
  'scaling-binning': {
    title: 'Scaling-binning',
    sentence: 'Platt scaling, averaged in 15 bins, so that its own error can be measured.',
  },
};

export type BarycentreNote = { readonly applies: boolean; readonly sentence: string };

/** Whether the barycentre correction is meant for an arm, and why. */
export function barycentreNote(arm: string | undefined): BarycentreNote {
  return arm === 'ca-paper'
    ? {
        applies: true,
        sentence:
          'This arm’s target still pays a wrong choice 1/K, so a perfectly trained model claims π + (1 − π)/K where it is right ' +
          'with probability π; the correction takes that back exactly, without a label.',
      }
    : {
        applies: false,
        sentence:
          'Only the calibration-aware arm with the paper’s target has this bias. On this model the correction undoes ' +
          'what is not there, so read its numbers as a warning.',
      };
}
