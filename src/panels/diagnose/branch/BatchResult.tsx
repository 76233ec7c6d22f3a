import { wilson } from '../../../calibration/wilson';
import { ancestry, ROOT } from '../../../state/diagnose/branchTree';
import { changesOf } from '../../../state/diagnose/changes';
import type { Planted } from '../../../state/diagnose/planted';
import { percent } from '../../numbers';
import shared from '../../panels.module.css';

/** How often the decision changed in the latest batch that left the selected trace or one that it comes from. */
export function BatchResult({ planted, gold }: { planted: Planted; gold: number }) {
  const tree = planted.history.present;
  const line = ancestry(tree, planted.selected);
  const batch = tree.batches.findLast(({ parent }) => line.includes(parent));
  if (batch === undefined) return null;
  const { n, changed, undecided, spoiled, mended } = changesOf(tree, batch, gold);
  const { low, high } = wilson(changed, n);
  return (
    <p role="status" aria-label="Changes of the decision">
      The decision changed in <strong>{changed}</strong> of {n} branches
      {n > 0 && ` (${percent(changed / n)}, 95 % interval ${percent(low)} – ${percent(high)})`}
      {spoiled > 0 && `, ${spoiled} of them from right to wrong`}
      {mended > 0 && `, ${mended} of them to the gold option`}.
      {undecided > 0 && ` ${undecided} more came to no decision.`}{' '}
      <span className={shared.quiet}>
        Each left the {batch.parent === ROOT ? 'original trace' : 'branch'} with the runner-up at
        one of its least certain steps before the decision token.
      </span>
    </p>
  );
}
