/** Why a calibrator cannot be fitted. */
export type FitProblem =
  'empty' | 'one-class' | 'constant' | 'separable' | 'uninformative' | 'diverged';

/** A refusal to fit: `problem` for programs, the message (what, where, what to do) for people. */
export class CalibratorFitError extends Error {
  override readonly name = 'CalibratorFitError';
  readonly problem: FitProblem;
  readonly calibrator: string;

  constructor(calibrator: string, problem: FitProblem, message: string) {
    super(`${calibrator}: ${message}`);
    this.problem = problem;
    this.calibrator = calibrator;
  }
}

/**
 * Refuses what no calibrator of right against wrong can learn from: no row, or only right or only
 * wrong ones. Throws CalibratorFitError.
 */
export function refuseOneClass(calibrator: string, correct: Uint8Array): void {
  const n = correct.length;
  if (n === 0)
    throw new CalibratorFitError(
      calibrator,
      'empty',
      'there is no decision to fit on; choose a larger fitting split.',
    );
  const right = correct.reduce((sum, y) => sum + y, 0);
  if (right > 0 && right < n) return;
  throw new CalibratorFitError(
    calibrator,
    'one-class',
    `all ${n} decisions of the fitting split are ${right === 0 ? 'wrong' : 'right'}, which says nothing about confidence; ` +
      'fit on more cases, or use “barycentre”, which needs no labels.',
  );
}

/**
 * Refuses scores that part right from wrong without overlap: the best sigmoid is an infinitely
 * steep step. Throws CalibratorFitError; `score` is any increasing function of the confidence.
 */
export function refuseSeparable(
  calibrator: string,
  score: Float64Array,
  correct: Uint8Array,
): void {
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  for (const [i, y] of correct.entries()) {
    low[y] = Math.min(low[y]!, score[i]!);
    high[y] = Math.max(high[y]!, score[i]!);
  }
  if (low[0] === high[1] && low[1] === high[0])
    throw new CalibratorFitError(
      calibrator,
      'constant',
      `all ${correct.length} decisions of the fitting split have the same confidence, so there is no slope to fit; ` +
        'use “histogram”, or fit on more cases.',
    );
  if (high[0]! > low[1]! && high[1]! > low[0]!) return;
  throw new CalibratorFitError(
    calibrator,
    'separable',
    `in the fitting split confidence alone parts the right decisions from the wrong ones (${correct.length} decisions), ` +
      'and the fit would answer only 0 and 1; fit on more cases, or use “histogram”.',
  );
}
