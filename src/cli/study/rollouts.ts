import { auroc } from '../../calibration/auroc';
import { eceOfRows } from '../../calibration/ece';
import { scaledConfidence } from '../../calibration/scaling';
import { ARMS } from './arms';
import type { StudyTable } from './table';
import type { Study } from './view';

/** Many rollouts a case: how sure each is of its decision, and how far they agree. Shares in [0, 1]. */
export type SelfConsistency = {
  readonly arm: string;
  readonly task: string;
  readonly cases: number;
  readonly rollouts: number;
  /** Share of rollouts with p(decision) > .99. */
  readonly certain: number;
  /** Of the decision that most rollouts take: its accuracy, the mean share of rollouts that take it, the ECE and AUROC of that share. */
  readonly majorityAccuracy: number;
  readonly agreement: number;
  readonly agreementEce: number;
  readonly agreementAuroc: number;
  /** ECE and AUROC of the mean token confidence of the rollouts that take the majority's decision. */
  readonly tokenEce: number;
  readonly tokenAuroc: number;
};

function summarise({ head, decisions, caseOf, cases }: StudyTable): SelfConsistency {
  const { logits, k, chosen, gold } = decisions;
  const confidence = scaledConfidence(logits, k, chosen, 1);
  const rowsOf = new Map<number, number[]>();
  caseOf.forEach((at, row) => rowsOf.set(at, [...(rowsOf.get(at) ?? []), row]));
  const groups = [...rowsOf.values()];
  const picks = groups.map((rows) => {
    const counts = new Array<number>(k).fill(0);
    for (const row of rows) counts[chosen[row]!]!++;
    const pick = counts.indexOf(Math.max(...counts));
    const own = rows.filter((row) => chosen[row] === pick);
    return {
      right: gold[rows[0]!] === pick ? 1 : 0,
      share: own.length / rows.length,
      token: own.reduce((sum, row) => sum + confidence[row]!, 0) / own.length,
    };
  });
  const right = Uint8Array.from(picks, (pick) => pick.right);
  const share = Float64Array.from(picks, (pick) => pick.share);
  // A mean of probabilities may exceed 1 by rounding.
  const token = Float64Array.from(picks, (pick) => Math.min(1, pick.token));
  const mean = (values: Float64Array | Uint8Array) =>
    [...values].reduce((sum, v) => sum + v, 0) / values.length;
  return {
    arm: head.arm,
    task: head.task,
    cases: groups.length,
    rollouts: cases.length / groups.length,
    certain: mean(Uint8Array.from(confidence, (c) => (c > 0.99 ? 1 : 0))),
    majorityAccuracy: mean(right),
    agreement: mean(share),
    agreementEce: eceOfRows(share, right),
    agreementAuroc: auroc(share, right),
    tokenEce: eceOfRows(token, right),
    tokenAuroc: auroc(token, right),
  };
}

/** One row for each table of many rollouts, in the order of the arms. */
export function selfConsistency({ tables }: Study): SelfConsistency[] {
  return tables
    .filter(({ head }) => head.mode === 'rollouts')
    .sort((a, b) => ARMS.indexOf(a.head.arm as never) - ARMS.indexOf(b.head.arm as never))
    .map(summarise);
}
