import { MODELS_STRINGS } from '../../strings/models';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import styles from './models.module.css';
import { useHub, useWorkbench } from './useWorkbench';

/** Models of the Hub whose files this browser keeps, with their sizes; each can be deleted. */
export function KeptModels() {
  const { hub } = useWorkbench();
  const { hub: strings } = useStrings(MODELS_STRINGS);
  const { megabytes } = useNumbers();
  const { kept } = useHub();
  if (kept === null || kept.length === 0)
    return <p className={shared.quiet}>{strings.keptNone}</p>;
  return (
    <div>
      <p className={shared.quiet}>
        {strings.kept(megabytes(kept.reduce((sum, { bytes }) => sum + bytes, 0)))}
      </p>
      <ul className={styles.kept} aria-label={strings.keptLabel}>
        {kept.map((model) => {
          const name = `${model.repo}@${model.revision}`;
          return (
            <li key={name}>
              <span>{name}</span>
              <span className={shared.quiet}>{megabytes(model.bytes)}</span>
              <button type="button" aria-label={strings.deleteOf(name)} onClick={() => void hub.forget(model)}>
                {strings.delete}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
