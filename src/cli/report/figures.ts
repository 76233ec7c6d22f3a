import { adaptiveCalibrationError, averageCalibrationError } from '../../calibration/ace';
import { auroc } from '../../calibration/auroc';
import { binIndex, reliabilityBins, type Bin } from '../../calibration/bins';
import { brier, brierMulticlass } from '../../calibration/brier';
import {
  calibratedProbabilities,
  applyCalibrator,
  type Calibrator,
} from '../../calibration/calibrators/calibrator';
import { classwiseEce } from '../../calibration/classwise';
import { confidenceBounds } from '../../calibration/confidenceBounds';
import { confidenceGap } from '../../calibration/confidenceGap';
import { corp } from '../../calibration/corp';
import { debiasedCalibrationError } from '../../calibration/debiased';
import { correctOf } from '../../calibration/decisions';
import { eceBounds } from '../../calibration/eceBounds';
import { eceInterval, eceNull } from '../../calibration/ece';
import { maximumCalibrationError } from '../../calibration/mce';
import { murphy } from '../../calibration/murphy';
import { negativeLogLikelihood, negativeLogLikelihoodOf } from '../../calibration/nll';
import { summariseOptionMass } from '../../calibration/optionMass';
import { bayesCeiling, posteriorDistance } from '../../calibration/posterior';
import { probabilities } from '../../calibration/probabilities';
import { aurc, excessAurc, riskCoverage } from '../../calibration/riskCoverage';
import { scaledConfidence } from '../../calibration/scaling';
import { smoothEce } from '../../calibration/smoothEce';
import { wilson } from '../../calibration/wilson';
import type { Table } from './columns';
import type { ReportSettings } from './options';

/** Every figure of the report. NaN where undefined. */
export type Figures = ReturnType<typeof computeFigures>;

/**
 * Computes all figures of a table under the settings, after the calibrator where one was fitted.
 */
export function computeFigures(
  { decisions, bounds: upper, posterior, mass, missing }: Table,
  settings: ReportSettings,
  calibrator: Calibrator | null,
) {
  const { logits, k, chosen, gold } = decisions;
  const n = gold.length;
  const { bins: count, binning, edges, seed } = settings;
  const factor = settings.scale / settings.temperature;
  const how = { bins: count, binning, edges };
  const resampling = {
    seed,
    ...(settings.resamples === null ? {} : { resamples: settings.resamples }),
  };
  const correct = correctOf(decisions);
  const confidence =
    calibrator === null
      ? scaledConfidence(logits, k, chosen, factor)
      : applyCalibrator(calibrator, decisions, factor);
  const p =
    calibrator === null
      ? probabilities(logits, k, factor)
      : calibratedProbabilities(calibrator, decisions, factor);
  const nll =
    calibrator === null
      ? negativeLogLikelihood(logits, k, gold, factor)
      : negativeLogLikelihoodOf(p, k, gold);
  const bins: Bin[] = reliabilityBins(confidence, correct, how);
  const right = correct.reduce((sum, y) => sum + y, 0);
  const interval = eceInterval(confidence, correct, how, resampling);
  const chance = eceNull(confidence, correct, how, resampling);
  const curve = riskCoverage(confidence, correct);
  const ownAccuracy = wilson(right, n);
  /** Between which the ECE lies where options are outside the log, and how many rows have one. */
  const boundsOf = () => {
    const known = upper ?? new Float64Array(n * k).fill(NaN);
    let rows = 0;
    for (let row = 0; row < n; row++)
      if (known.subarray(row * k, (row + 1) * k).some((bound) => !Number.isNaN(bound))) rows++;
    return { ...eceBounds(confidenceBounds(logits, known, k, chosen, factor), correct, how), rows };
  };
  return {
    n,
    missing,
    accuracy: right / n,
    accuracyLow: ownAccuracy.low,
    accuracyHigh: ownAccuracy.high,
    meanConfidence: confidence.reduce((sum, c) => sum + c, 0) / n,
    ece: {
      value: interval.value,
      low: interval.low,
      high: interval.high,
      null: chance.mean,
      nullUpper: chance.upper,
      p: chance.p,
      resamples: interval.resamples,
    },
    eceBounds: upper === null || calibrator !== null ? null : boundsOf(),
    gap: confidenceGap(bins, n),
    mce: maximumCalibrationError(bins).value,
    ace: averageCalibrationError(bins),
    adaptiveAce: adaptiveCalibrationError(p, k, gold, count),
    classwiseEce: classwiseEce(p, k, gold, how).mean,
    debiasedCe: debiasedCalibrationError(bins, n),
    smoothEce: smoothEce(confidence, correct).value,
    brier: brier(confidence, correct),
    brierMulticlass: brierMulticlass(p, k, gold),
    murphy: murphy(confidence, correct, binIndex(confidence, how)),
    corp: corp(confidence, correct),
    nll: nll.value,
    nllClipped: nll.clipped,
    auroc: auroc(confidence, correct),
    aurc: aurc(curve),
    eaurc: excessAurc(curve),
    optionMass: mass.some((value) => !Number.isNaN(value)) ? summariseOptionMass(mass) : null,
    posterior:
      posterior === null
        ? null
        : { ...posteriorDistance(posterior, p, k), bayes: bayesCeiling(posterior, k, gold, how) },
    bins,
  };
}

/** Why a figure is undefined, by its name. */
export function reasonsOf(figures: Figures): Record<string, string> {
  if (figures.n === 0) return { all: 'the file holds no decision' };
  const { accuracy, posterior, optionMass } = figures;
  const all = accuracy === 1 ? 'right' : 'wrong';
  return {
    ...(Number.isNaN(figures.auroc)
      ? { auroc: `all decisions are ${all}, so there is nothing to rank` }
      : {}),
    ...(posterior === null ? { posterior: 'not every line tells a posterior' } : {}),
    ...(optionMass === null ? { optionMass: 'no line tells an optionMass' } : {}),
    ...(figures.bins.some((bin) => bin.count === 0)
      ? { bins: 'an empty bin has no mean confidence and no accuracy' }
      : {}),
  };
}
