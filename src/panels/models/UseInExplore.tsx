import { useExplorer } from '../context';
import shared from '../panels.module.css';
import { useWorkbench } from './useWorkbench';

/** Takes the connected model to Explore and Diagnose, beside those of the page. */
export function UseInExplore() {
  const { useInExplore: use } = useWorkbench();
  const { view } = useExplorer();
  return (
    <div className={shared.quiet}>
      <button
        type="button"
        onClick={() => void use().then(() => view.change('page', { panel: 'explore' }))}
      >
        Choose it in Explore
      </button>
      <p>
        There and in Diagnose it is asked as Run says: with the added line, the longest completion
        and the rule for the decision.
      </p>
    </div>
  );
}
