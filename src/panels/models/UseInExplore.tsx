import { useExplorer } from '../context';
import { MODELS_STRINGS } from '../../strings/models';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import { useWorkbench } from './useWorkbench';

/** Takes the connected model to Explore and Diagnose, beside those of the page. */
export function UseInExplore() {
  const { useInExplore: use } = useWorkbench();
  const { use: strings } = useStrings(MODELS_STRINGS);
  const { view } = useExplorer();
  return (
    <div className={shared.quiet}>
      <button
        type="button"
        onClick={() => void use().then(() => view.change('page', { panel: 'explore' }))}
      >
        {strings.choose}
      </button>
      <p>
        {strings.note}
      </p>
    </div>
  );
}
