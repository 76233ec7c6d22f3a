import type { Difference } from '../../../calibration/pairedDifference';
import type { MassGroup } from '../../../state/diagnose/massEce';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import tool from '../tool.module.css';

type Props = {
  readonly groups: readonly MassGroup[];
  readonly difference: Difference | null;
  readonly fresh: boolean;
};

/** What not restricting confidence to the options would do to the ECE, in a sentence. */
export function FullVocabulary({ groups, difference, fresh }: Props) {
  const { full: strings } = useStrings(DIAGNOSE_STRINGS).mass;
  const { percent } = useNumbers();
  const eceOf = (name: MassGroup['name']) =>
    groups.find((group) => group.name === name)?.ece ?? NaN;
  const change = eceOf('full') - eceOf('all');
  return (
    <p className={tool.reading} role="status" aria-label={strings.label}>
      {strings.before} <strong>{percent(eceOf('full'))}</strong>{' '}
      {strings.instead(eceOf('all'), change)}
      {difference !== null && fresh && strings.interval(difference, difference.resamples)}.{' '}
      <span className={shared.quiet}>{strings.note}</span>
    </p>
  );
}
