import { CalibratorFitError, refuseOneClass, refuseSeparable } from './fitError';
import { logisticRegression } from './logisticRegression';
import { sigmoid } from './logOdds';

/** Confidence becomes sigmoid(slope·logit(c) + intercept). */
export type Platt = { name: 'platt'; slope: number; intercept: number; fittedOn: number };

/**
 * Platt scaling on log-odds (not on the probability, as scikit-learn would): the slope and
 * intercept of least log loss. Without the penalty and target smoothing of some libraries. Throws
 * CalibratorFitError.
 */
export function fitPlatt(logOdds: Float64Array, correct: Uint8Array, name = 'platt'): Platt {
  refuseOneClass(name, correct);
  refuseSeparable(name, logOdds, correct);
  const weights = logisticRegression([logOdds, new Float64Array(correct.length).fill(1)], correct);
  if (weights === null)
    throw new CalibratorFitError(
      name,
      'diverged',
      `the fit on ${correct.length} decisions found no minimum; fit on more cases, or use “histogram”.`,
    );
  return { name: 'platt', slope: weights[0]!, intercept: weights[1]!, fittedOn: correct.length };
}

/** Calibrated confidence of log-odds. */
export function applyPlatt({ slope, intercept }: Platt, logOdds: Float64Array): Float64Array {
  return logOdds.map((x) => sigmoid(slope * x + intercept));
}
