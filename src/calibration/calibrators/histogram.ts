import { binsOf, placeRows, type BinningOptions } from '../bins';
import { refuseOneClass } from './fitError';

/**
 * Confidence in (border[b], border[b + 1]] becomes `values[b]`; null: the bin was empty, and keeps
 * its confidence.
 */
export type Histogram = {
  name: 'histogram';
  borders: number[];
  values: (number | null)[];
  fittedOn: number;
};

/**
 * Histogram binning: in each bin the confidence becomes the fraction that was right. Equal-mass
 * bins unless said otherwise; `edges` other than right are not supported here. Throws
 * CalibratorFitError.
 */
export function fitHistogram(
  confidence: Float64Array,
  correct: Uint8Array,
  { bins = 15, binning = 'equal-mass' }: Omit<BinningOptions, 'edges'> = {},
): Histogram {
  refuseOneClass('histogram', correct);
  const placement = placeRows(confidence, { bins, binning });
  return {
    name: 'histogram',
    borders: [...placement.lower, 1],
    values: binsOf(placement, confidence, correct).map((bin) =>
      bin.count === 0 ? null : bin.accuracy,
    ),
    fittedOn: correct.length,
  };
}

/** Calibrated confidence. */
export function applyHistogram(
  { borders, values }: Pick<Histogram, 'borders' | 'values'>,
  confidence: Float64Array,
): Float64Array {
  return confidence.map((c) => {
    let bin = 0;
    while (bin < values.length - 1 && c > borders[bin + 1]!) bin++;
    return values[bin] ?? c;
  });
}
