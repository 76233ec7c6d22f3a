import type { Difference } from '../../../calibration/pairedDifference';
import type { MassGroup } from '../../../state/diagnose/massEce';
import { percent, points } from '../../numbers';
import shared from '../../panels.module.css';
import tool from '../tool.module.css';

type Props = {
  readonly groups: readonly MassGroup[];
  readonly difference: Difference | null;
  readonly fresh: boolean;
};

/** What not restricting confidence to the options would do to the ECE, in a sentence. */
export function FullVocabulary({ groups, difference, fresh }: Props) {
  const eceOf = (name: MassGroup['name']) =>
    groups.find((group) => group.name === name)?.ece ?? NaN;
  const change = eceOf('full') - eceOf('all');
  return (
    <p className={tool.reading} role="status" aria-label="Effect of the full vocabulary">
      With the probability of the full vocabulary, option mass × confidence, the ECE is{' '}
      <strong>{percent(eceOf('full'))}</strong> in place of {percent(eceOf('all'))}:{' '}
      {points(change)} points
      {difference !== null &&
        fresh &&
        ` (95 % interval ${points(difference.low)} to ${points(difference.high)}, paired, ${difference.resamples} resamples)`}
      .{' '}
      <span className={shared.quiet}>
        Option mass is that at <i>T</i> = 1 and <i>α</i> = 1, as it was recorded; confidence follows
        the sliders. Low and high rows are fewer, so their ECE is biased upward more than that of
        all.
      </span>
    </p>
  );
}
