import type { Bin } from '../../calibration/bins';
import { wilson } from '../../calibration/wilson';
import { FormatError } from '../errors';
import { cellsOf, headOf } from '../import/table';

/** Bins that another program has added up, and how many decisions they hold. */
export type AggregatedBins = { readonly bins: readonly Bin[]; readonly n: number };

const COLUMNS = ['lower', 'upper', 'n', 'sum_confidence', 'sum_correct'] as const;
const MOST = 10_000;

/** Whether a text is a table of bins, by its head. */
export function looksLikeBins(text: string): boolean {
  const { names } = headOf(text.slice(0, 2000).split('\n', 1)[0]!.replace(/\r$/u, ''));
  return COLUMNS.every((name) => names.includes(name));
}

/**
 * Reads a CSV of bins, a row each: `lower`, `upper` (least and largest confidence, or the borders), `n`, `sum_confidence`,
 * `sum_correct`. Empty bins may be left out. Throws FormatError, naming the line, for what cannot be.
 */
export function readBins(text: string): AggregatedBins {
  const [first = '', ...lines] = text.split('\n').map((line) => line.replace(/\r$/u, ''));
  const { names, delimiter } = headOf(first);
  if (!looksLikeBins(text))
    throw new FormatError(`A table of bins has the columns ${COLUMNS.join(', ')}.`, 'unrecognised');
  if (lines.length > MOST) throw new FormatError(`There are more than ${MOST} bins.`, 'too-large');
  const bins = lines.flatMap((line, i): Bin[] => {
    if (line.trim() === '') return [];
    const where = `Line ${i + 2}`;
    const cells = cellsOf(line, delimiter);
    const [lower, upper, n, confidence, correct] = COLUMNS.map((name) => {
      const cell = cells[names.indexOf(name)]?.trim() ?? '';
      const value = cell === '' ? NaN : Number(cell);
      if (!Number.isFinite(value))
        throw new FormatError(`${where} has “${cell}” for ${name}, not a number.`);
      return value;
    }) as [number, number, number, number, number];
    if (!Number.isInteger(n) || n < 0 || !Number.isInteger(correct) || correct < 0 || correct > n)
      throw new FormatError(`${where}: n and sum_correct are counts, the second within the first.`);
    if (!(lower >= 0 && lower <= upper && upper <= 1))
      throw new FormatError(`${where} is not between 0 and 1: ${lower} to ${upper}.`);
    if (n === 0) return [];
    const mean = confidence / n;
    const slack = 1e-9;
    if (!(mean >= lower - slack && mean <= upper + slack))
      throw new FormatError(`${where}: its mean confidence ${mean} is outside of the bin.`);
    const { low, high } = wilson(correct, n);
    return [{ lower, upper, count: n, confidence: mean, accuracy: correct / n, low, high }];
  });
  if (bins.length === 0) throw new FormatError('The table of bins holds no decision.', 'empty');
  bins.sort((a, b) => a.lower - b.lower || a.upper - b.upper);
  return { bins, n: bins.reduce((sum, { count }) => sum + count, 0) };
}
