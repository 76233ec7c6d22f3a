import type { ConfidenceFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { armFigures, decided } from './arm';

/** Cases whose traces are surely shipped with a table. */
const TRACED = 100;

/** Does the frequency of being right keep what the confidence claims? */
export function confidenceFacts(table: DecisionTable): ConfidenceFacts {
  const arm = armFigures(table);
  const { rows, confidence, correct } = decided(table);
  const caseOf = (row: number) => Number(/-(\d+)$/.exec(table.caseIds[row]!)?.[1] ?? NaN);
  const at = Array.from(rows).findIndex(
    (row, i) => caseOf(row) < TRACED && correct[i] === 0 && confidence[i]! > 0.9,
  );
  const { low, high } = arm.accuracy;
  const claimed = arm.meanConfidence.value;
  return {
    truth: { kind: 'share', ...arm.accuracy },
    arm,
    outcome: claimed > high ? 'above' : claimed < low ? 'below' : 'kept',
    wrong: at < 0 ? null : { index: caseOf(rows[at]!) + 1, confidence: confidence[at]! },
  };
}
