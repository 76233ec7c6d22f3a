import { poolAdjacentViolators, poolTies } from '../pav';
import { sortRows } from '../sortRows';
import { refuseOneClass, refuseSeparable } from './fitError';

/**
 * Confidence is read off the non-decreasing broken line through (x, y); constant beyond its ends.
 */
export type Isotonic = { name: 'isotonic'; x: number[]; y: number[]; fittedOn: number };

/**
 * Isotonic regression of the outcome on the confidence: ties pooled, then pool adjacent violators.
 * Throws CalibratorFitError. Between fitted confidences the line is straight, as in scikit-learn
 * (`out_of_bounds='clip'`). It may answer 0 or 1.
 */
export function fitIsotonic(confidence: Float64Array, correct: Uint8Array): Isotonic {
  refuseOneClass('isotonic', correct);
  refuseSeparable('isotonic', confidence, correct);
  const sorted = sortRows(confidence, correct);
  const { x, y, weight } = poolTies(sorted.values, sorted.correct);
  const fitted = poolAdjacentViolators(y, weight);
  const corners = Array.from(x.keys()).filter(
    (i) =>
      i === 0 || i === x.length - 1 || fitted[i] !== fitted[i - 1] || fitted[i] !== fitted[i + 1],
  );
  return {
    name: 'isotonic',
    x: corners.map((i) => x[i]!),
    y: corners.map((i) => fitted[i]!),
    fittedOn: correct.length,
  };
}

/** Calibrated confidence. */
export function applyIsotonic({ x, y }: Isotonic, confidence: Float64Array): Float64Array {
  return confidence.map((c) => {
    let [low, high] = [0, x.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (x[middle]! < c) low = middle + 1;
      else high = middle;
    }
    if (low === x.length) return y[low - 1]!;
    if (low === 0 || x[low] === c) return y[low]!;
    const [x0, y0, y1] = [x[low - 1]!, y[low - 1]!, y[low]!];
    return y0 + ((y1 - y0) * (c - x0)) / (x[low]! - x0);
  });
}
