import { wilson } from '../../../calibration/wilson';
import { ancestry, ROOT } from '../../../state/diagnose/branchTree';
import { changesOf } from '../../../state/diagnose/changes';
import type { Planted } from '../../../state/diagnose/planted';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';

/** How often the decision changed in the latest batch that left the selected trace or one that it comes from. */
export function BatchResult({ planted, gold }: { planted: Planted; gold: number }) {
  const { result: strings } = useStrings(DIAGNOSE_STRINGS).branch;
  const tree = planted.history.present;
  const line = ancestry(tree, planted.selected);
  const batch = tree.batches.findLast(({ parent }) => line.includes(parent));
  if (batch === undefined) return null;
  const { n, changed, undecided, spoiled, mended } = changesOf(tree, batch, gold);
  const { low, high } = wilson(changed, n);
  return (
    <p role="status" aria-label={strings.label}>
      {strings.changed} <strong>{changed}</strong> {strings.of(n)}
      {n > 0 && strings.share(changed / n, low, high)}
      {spoiled > 0 && strings.spoiled(spoiled)}
      {mended > 0 && strings.mended(mended)}.{undecided > 0 && strings.undecided(undecided)}{' '}
      <span className={shared.quiet}>{strings.how(batch.parent === ROOT)}</span>
    </p>
  );
}
