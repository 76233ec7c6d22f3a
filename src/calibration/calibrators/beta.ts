import { CalibratorFitError, refuseOneClass, refuseSeparable } from './fitError';
import { logisticRegression } from './logisticRegression';
import { sigmoid, softplus } from './logOdds';

/**
 * Confidence becomes sigmoid(a·ln c − b·ln(1 − c) + intercept), a and b not negative: increasing in
 * c.
 */
export type Beta = { name: 'beta'; a: number; b: number; intercept: number; fittedOn: number };

/**
 * Beta calibration with three parameters, from log-odds; a negative a or b is set to 0 and the rest
 * fitted again, as betacal does. Throws CalibratorFitError. Source: Kull, Silva Filho, Flach 2017.
 */
export function fitBeta(logOdds: Float64Array, correct: Uint8Array): Beta {
  refuseOneClass('beta', correct);
  refuseSeparable('beta', logOdds, correct);
  const ones = new Float64Array(correct.length).fill(1);
  const [low, high] = [logOdds.map((x) => -softplus(-x)), logOdds.map((x) => softplus(x))];
  const solved = (features: Float64Array[]): number[] => {
    const weights = logisticRegression([...features, ones], correct);
    if (weights !== null) return weights;
    throw new CalibratorFitError(
      'beta',
      'diverged',
      `the fit on ${correct.length} decisions found no minimum; fit on more cases, or use “platt” or “histogram”.`,
    );
  };
  let [a, b, intercept] = solved([low, high]);
  if (a! < 0) [a, b, intercept] = [0, ...solved([high])];
  else if (b! < 0) {
    [a, intercept] = solved([low]);
    b = 0;
  }
  if (a! < 0 || b! < 0)
    throw new CalibratorFitError(
      'beta',
      'uninformative',
      `in the ${correct.length} decisions of the fitting split more confidence goes with fewer right decisions; use “platt”, which may turn the order.`,
    );
  return { name: 'beta', a: a!, b: b!, intercept: intercept!, fittedOn: correct.length };
}

/** Calibrated confidence of log-odds. */
export function applyBeta({ a, b, intercept }: Beta, logOdds: Float64Array): Float64Array {
  return logOdds.map((x) => sigmoid(-a * softplus(-x) + b * softplus(x) + intercept));
}
