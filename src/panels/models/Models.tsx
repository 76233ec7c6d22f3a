import type { ModelKind } from '../../state/collect/workbench';
import shared from '../panels.module.css';
import { EndpointForm } from './EndpointForm';
import { HubForm } from './HubForm';
import styles from './models.module.css';
import { PageModelForm } from './PageModelForm';
import { Run } from './Run';
import { RunForm } from './RunForm';
import { TaskPicker } from './TaskPicker';
import { useWorkbench, useWorkbenchState } from './useWorkbench';

const KINDS: readonly (readonly [ModelKind, string])[] = [
  ['endpoint', 'a server'],
  ['hub', 'the Hugging Face Hub'],
  ['page', 'a model of this page'],
];

function KindPicker() {
  const { setKind } = useWorkbench();
  const kind = useWorkbenchState((state) => state.kind);
  return (
    <div className={styles.kinds} role="radiogroup" aria-label="Where the model runs">
      {KINDS.map(([name, title]) => (
        <label key={name}>
          <input
            type="radio"
            name="model-kind"
            checked={kind === name}
            onChange={() => setKind(name)}
          />
          {title}
        </label>
      ))}
    </div>
  );
}

/** Asks a model of the user's own, on a task of the page or of the user's own. */
export function Models() {
  const kind = useWorkbenchState((state) => state.kind);
  return (
    <section className={shared.section} aria-label="Models and servers">
      <h2>Models and servers</h2>
      <p className={shared.lead}>
        No log yet? Ask a model here, with the tasks of this page or with your own cases. What it
        decides is shown like a file’s, and its traces can be saved.
      </p>
      <div className={styles.steps}>
        <section className={shared.section} aria-label="Model asked">
          <h3>Model</h3>
          <KindPicker />
          {kind === 'endpoint' && <EndpointForm />}
          {kind === 'hub' && <HubForm />}
          {kind === 'page' && <PageModelForm />}
        </section>
        <section className={shared.section} aria-label="Task asked">
          <h3>Task</h3>
          <TaskPicker />
        </section>
        <section className={shared.section} aria-label="Run">
          <h3>Run</h3>
          <RunForm />
          <Run />
        </section>
      </div>
    </section>
  );
}
