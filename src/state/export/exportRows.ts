import type { Bin } from '../../calibration/bins';
import type { DecisionTable } from '../../traces/decisionTable';
import type { Reliability } from '../reliability';
import type { Columns } from './csvText';

/** The bins of a diagram; means and interval in [0, 1], means of an empty bin NaN. */
export function binRows(bins: readonly Bin[]): Columns {
  return {
    header: ['lower', 'upper', 'n', 'confidence', 'accuracy', 'low', 'high'],
    rows: bins.map(({ lower, upper, count, confidence, accuracy, low, high }) => [
      lower,
      upper,
      count,
      confidence,
      accuracy,
      low,
      high,
    ]),
  };
}

/** The decisions that a diagram counts: confidence as shown (T, α and calibrator applied), logits raw. */
export function decisionRows(table: DecisionTable, shown: Reliability): Columns {
  const { labels, caseIds, chosen, gold, logits, optionMass } = table;
  const k = labels.length;
  const label = (index: number | undefined) => labels[index ?? -1] ?? '';
  return {
    header: [
      ...['case', 'chosen', 'gold', 'confidence', 'correct'],
      ...labels.map((name) => `logit_${name}`),
      'option_mass',
    ],
    rows: Array.from(shown.rows, (row, i) => [
      caseIds[row]!,
      label(chosen[row]),
      label(gold[row]),
      shown.confidence[i]!,
      shown.correct[i]!,
      ...logits.subarray(row * k, (row + 1) * k),
      optionMass[row]!,
    ]),
  };
}
