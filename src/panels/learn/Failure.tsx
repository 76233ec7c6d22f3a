import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { messageOf } from '../../state/engineStore';
import { MissingTableError, NoClaimsError } from '../../state/learn/learn';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';

/** Why a step could not be computed, and what to do. */
export function Failure(props: { readonly error: unknown; readonly onRetry: () => void }) {
  const { error, onRetry } = props;
  const say = useSay();
  const strings = useStrings(LEARN_STRINGS);
  const sentence =
    error instanceof MissingTableError
      ? strings.missing(error.model, error.task)
      : error instanceof NoClaimsError
        ? strings.noClaims
        : strings.failed(say(messageOf(error)));
  return (
    <p role="alert" className={shared.problem}>
      {sentence}{' '}
      <button type="button" onClick={onRetry}>
        {strings.again}
      </button>
    </p>
  );
}
