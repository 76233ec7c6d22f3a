import { correctOf, optionCount, type Decisions } from '../decisions';
import { probabilities } from '../probabilities';
import { scaledConfidence } from '../scaling';
import { barycentreCorrection, type Barycentre } from './barycentre';
import { applyBeta, fitBeta, type Beta } from './beta';
import { applyHistogram, fitHistogram, type Histogram } from './histogram';
import { applyIsotonic, fitIsotonic, type Isotonic } from './isotonic';
import { chosenLogOdds } from './logOdds';
import { fitMixing, type Mixing } from './mixing';
import { applyPlatt, fitPlatt, type Platt } from './platt';
import { applyScalingBinning, fitScalingBinning, type ScalingBinning } from './scalingBinning';
import { fitFactor, type Scale, type Temperature } from './temperature';

/**
 * A fitted map of confidence: plain data, so JSON carries it. `fittedOn`: the number of labelled
 * decisions it learnt from.
 */
export type Calibrator =
  Temperature | Scale | Mixing | Barycentre | Platt | Isotonic | Histogram | Beta | ScalingBinning;

export type CalibratorName = Calibrator['name'];

/** All calibrators, in the order of the interface. */
export const CALIBRATOR_NAMES: readonly CalibratorName[] = [
  'temperature',
  'scale',
  'mixing',
  'barycentre',
  'platt',
  'isotonic',
  'histogram',
  'beta',
  'scaling-binning',
];

/**
 * `factor`: α/T that stands before the calibrator (1); `bins`: of histogram and scaling-binning
 * (15).
 */
export type FitOptions = { factor?: number; bins?: number };

/**
 * Fits the named calibrator on decisions with gold. Judge it on other decisions, or with
 * `crossFit`. Throws CalibratorFitError on data that cannot determine it.
 */
export function fitCalibrator(
  name: CalibratorName,
  decisions: Decisions,
  { factor = 1, bins = 15 }: FitOptions = {},
): Calibrator {
  const fittedOn = decisions.gold.length;
  const correct = correctOf(decisions);
  switch (name) {
    case 'temperature':
      return { name, temperature: 1 / fitFactor(name, decisions, factor), fittedOn };
    case 'scale':
      return { name, scale: fitFactor(name, decisions, factor), fittedOn };
    case 'mixing':
      return fitMixing(decisions, factor);
    case 'barycentre':
      return { name, fittedOn: 0 };
    case 'platt':
      return fitPlatt(chosenLogOdds(decisions, factor), correct);
    case 'beta':
      return fitBeta(chosenLogOdds(decisions, factor), correct);
    case 'scaling-binning':
      return fitScalingBinning(chosenLogOdds(decisions, factor), correct, bins);
    case 'isotonic':
      return fitIsotonic(confidenceOf(decisions, factor), correct);
    case 'histogram':
      return fitHistogram(confidenceOf(decisions, factor), correct, { bins });
  }
}

/**
 * Calibrated confidence of every row, n numbers in [0, 1]. `factor`: α/T before the calibrator, the
 * one it was fitted at.
 */
export function applyCalibrator(
  calibrator: Calibrator,
  decisions: Decisions,
  factor = 1,
): Float64Array {
  switch (calibrator.name) {
    case 'temperature':
      return confidenceOf(decisions, factor / calibrator.temperature);
    case 'scale':
      return confidenceOf(decisions, factor * calibrator.scale);
    case 'mixing':
      return confidenceOf(decisions, factor).map(
        (c, row) => (1 - calibrator.epsilon) * c + calibrator.epsilon / optionCount(decisions, row),
      );
    case 'barycentre':
      return confidenceOf(decisions, factor).map((c, row) =>
        barycentreCorrection(c, optionCount(decisions, row)),
      );
    case 'platt':
      return applyPlatt(calibrator, chosenLogOdds(decisions, factor));
    case 'beta':
      return applyBeta(calibrator, chosenLogOdds(decisions, factor));
    case 'scaling-binning':
      return applyScalingBinning(calibrator, chosenLogOdds(decisions, factor));
    case 'isotonic':
      return applyIsotonic(calibrator, confidenceOf(decisions, factor));
    case 'histogram':
      return applyHistogram(calibrator, confidenceOf(decisions, factor));
  }
}

/**
 * Calibrated probabilities of all options, n·k. The chosen option gets the calibrated confidence;
 * what is left goes to the others in their old proportion (evenly where they had nothing). For
 * temperature, scale and mixing that is the map itself.
 */
export function calibratedProbabilities(
  calibrator: Calibrator,
  decisions: Decisions,
  factor = 1,
): Float64Array {
  const { logits, k, chosen } = decisions;
  if (calibrator.name === 'temperature')
    return probabilities(logits, k, factor / calibrator.temperature);
  if (calibrator.name === 'scale') return probabilities(logits, k, factor * calibrator.scale);
  const confidence = applyCalibrator(calibrator, decisions, factor);
  const result = probabilities(logits, k, factor);
  for (let row = 0; row < chosen.length; row++) {
    const options = optionCount(decisions, row);
    let others = 0;
    for (let j = 0; j < options; j++) if (j !== chosen[row]) others += result[row * k + j]!;
    for (let j = 0; j < options; j++) {
      const share = others > 0 ? result[row * k + j]! / others : 1 / (options - 1);
      result[row * k + j] =
        j === chosen[row]
          ? confidence[row]!
          : calibrator.name === 'mixing'
            ? (1 - calibrator.epsilon) * result[row * k + j]! + calibrator.epsilon / options
            : (1 - confidence[row]!) * share;
    }
  }
  return result;
}

function confidenceOf({ logits, k, chosen }: Decisions, factor: number): Float64Array {
  return scaledConfidence(logits, k, chosen, factor);
}
