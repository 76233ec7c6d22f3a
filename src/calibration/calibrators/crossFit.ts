import { takeRows, type Decisions } from '../decisions';
import { createRandom, shuffled } from '../random';
import { applyCalibrator, fitCalibrator, type CalibratorName, type FitOptions } from './calibrator';

/**
 * Rows in random order, cut at `fraction`: the first part to fit on, the rest to judge on. Seeded.
 */
export function splitRows(
  n: number,
  fraction: number,
  seed: string | number,
): [number[], number[]] {
  if (!(fraction > 0 && fraction < 1))
    throw new RangeError(`splitRows: fraction ${fraction} is not between 0 and 1`);
  const rows = shuffled(
    createRandom(seed),
    Array.from({ length: n }, (_, i) => i),
  );
  const cut = Math.round(n * fraction);
  return [rows.slice(0, cut), rows.slice(cut)];
}

/**
 * Calibrated confidence of every row by calibrators that never saw it: rows are dealt to `folds` at
 * random, and each fold is calibrated by a fit on the others. For tables too small to give half
 * away. Throws CalibratorFitError when a fold's fit is impossible, RangeError for fewer than two
 * folds.
 */
export function crossFit(
  name: CalibratorName,
  decisions: Decisions,
  { folds = 5, seed = 0, ...options }: FitOptions & { folds?: number; seed?: string | number } = {},
): Float64Array {
  if (!Number.isInteger(folds) || folds < 2)
    throw new RangeError(`crossFit: ${folds} folds, not ≥ 2`);
  const n = decisions.gold.length;
  const rows = shuffled(
    createRandom(seed),
    Array.from({ length: n }, (_, i) => i),
  );
  const result = new Float64Array(n);
  for (let fold = 0; fold < Math.min(folds, n); fold++) {
    const [inside, outside] = [true, false].map((own) =>
      rows.filter((_, i) => (i % folds === fold) === own),
    );
    const calibrator = fitCalibrator(name, takeRows(decisions, outside!), options);
    const values = applyCalibrator(calibrator, takeRows(decisions, inside!), options.factor);
    for (const [i, row] of inside!.entries()) result[row] = values[i]!;
  }
  return result;
}
