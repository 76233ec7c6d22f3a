import { applyCalibrator, type Calibrator } from './calibrator';
import { MAX_LOG_ODDS, sigmoid } from './logOdds';

/**
 * What a calibrator makes of a confidence, as a line: `before` ascends from 1/k to 1 in even steps of log-odds, so that the
 * ends of overconfident models are dense. `factor`: α/T before the calibrator, the one it was fitted at. Temperature and
 * scale move rows of k > 2 options by all their logits: for them the line stands for rows whose other options are equal.
 */
export function calibratorMap(
  calibrator: Calibrator,
  k: number,
  factor = 1,
  points = 161,
): { before: Float64Array; after: Float64Array } {
  const start = -Math.log(k - 1);
  const logOdds = Float64Array.from(
    { length: points },
    (_, i) => start + ((MAX_LOG_ODDS - start) * i) / (points - 1),
  );
  const logits = new Float64Array(points * k);
  // c = 1/(1 + (k − 1)·exp(−f·z)) for the chosen logit z and k − 1 others of 0.
  for (let i = 0; i < points; i++) logits[i * k] = (logOdds[i]! + Math.log(k - 1)) / factor;
  const [chosen, gold] = [new Uint8Array(points), new Uint8Array(points)];
  return {
    before: logOdds.map(sigmoid),
    after: applyCalibrator(calibrator, { logits, k, chosen, gold }, factor),
  };
}
