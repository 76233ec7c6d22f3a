import { drawStatistics } from '../../../calibration/bootstrap';
import { differenceOfDraws } from '../../../calibration/pairedDifference';
import { accuracyAtCoverage, riskCoverage } from '../../../calibration/riskCoverage';
import { wilson } from '../../../calibration/wilson';
import type { DeferralFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { armFigures, decided, side } from './arm';

const COVERAGE = 0.5;

function withHalf(table: DecisionTable) {
  const { confidence, correct, n } = decided(table);
  const value = accuracyAtCoverage(riskCoverage(confidence, correct), COVERAGE);
  const answered = Math.ceil(COVERAGE * n);
  return {
    ...armFigures(table),
    // Ties are averaged, so the number of right ones need not be whole.
    half: { value, ...wilson(value * answered, answered), n: answered },
  };
}

/** Accuracy of the more confident half less that of all, from the same drawn cases. */
function gain(table: DecisionTable) {
  const { confidence, correct, n } = decided(table);
  const half = (rows: Uint32Array) =>
    accuracyAtCoverage(
      riskCoverage(
        Float64Array.from(rows, (row) => confidence[row]!),
        Uint8Array.from(rows, (row) => correct[row]!),
      ),
      COVERAGE,
    );
  const all = (rows: Uint32Array) =>
    rows.reduce((sum, row) => sum + correct[row]!, 0) / rows.length;
  const every = Uint32Array.from({ length: n }, (_, i) => i);
  const [halves, wholes] = drawStatistics(n, [half, all], 200, 'learn/deferral');
  const draws = halves!.map((draw, i) => draw - wholes![i]!);
  return differenceOfDraws(half(every) - all(every), draws);
}

/** What is gained when the less confident half is deferred. */
export function deferralFacts(rlvr: DecisionTable, proper: DecisionTable): DeferralFacts {
  const arms = [rlvr, proper].map(withHalf);
  const repaired = arms[1]!;
  return {
    truth: { kind: 'share', ...repaired.half },
    arms,
    repaired,
    rlvr: arms[0]!,
    outcome: ({ below: 'harms', unclear: 'unclear', above: 'helps' } as const)[side(gain(proper))],
  };
}
