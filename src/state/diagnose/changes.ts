import type { Decision } from '../../traces/decision';
import { findBranch, traceOf, type Batch, type BranchTree } from './branchTree';

/** What a batch of branches did to the decision of the trace that they left. */
export type Changes = {
  /** Branches with a decision; those without are counted in `undecided`. */
  readonly n: number;
  readonly changed: number;
  readonly undecided: number;
  /** Of those changed: from right to wrong and the other way round. Both 0 where gold is unknown. */
  readonly spoiled: number;
  readonly mended: number;
};

const chosenOf = (decision: Decision | undefined) =>
  decision?.status === 'found' ? decision.chosen : null;

/** How often a batch's branches decide otherwise than their parent. `gold`: −1 where unknown. */
export function changesOf(tree: BranchTree, batch: Batch, gold: number): Changes {
  const before = chosenOf(traceOf(tree, batch.parent)?.decision);
  const after = batch.ids.flatMap((id) => {
    const branch = findBranch(tree, id);
    return branch === undefined ? [] : [chosenOf(branch.trace.decision)];
  });
  const decided = after.filter((chosen): chosen is number => chosen !== null);
  const changed = decided.filter((chosen) => chosen !== before);
  return {
    n: decided.length,
    changed: changed.length,
    undecided: after.length - decided.length,
    spoiled: before === gold ? changed.length : 0,
    mended: gold < 0 ? 0 : changed.filter((chosen) => chosen === gold).length,
  };
}
