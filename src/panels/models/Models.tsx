import type { ModelKind } from '../../state/collect/workbench';
import { MODELS_STRINGS } from '../../strings/models';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import { EndpointForm } from './EndpointForm';
import { HubForm } from './HubForm';
import styles from './models.module.css';
import { PageModelForm } from './PageModelForm';
import { Run } from './Run';
import { RunForm } from './RunForm';
import { TaskPicker } from './TaskPicker';
import { useWorkbench, useWorkbenchState } from './useWorkbench';

const KINDS: readonly ModelKind[] = ['endpoint', 'hub', 'page'];

function KindPicker() {
  const { setKind } = useWorkbench();
  const { panel: strings } = useStrings(MODELS_STRINGS);
  const kind = useWorkbenchState((state) => state.kind);
  return (
    <div className={styles.kinds} role="radiogroup" aria-label={strings.where}>
      {KINDS.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="model-kind"
            checked={kind === name}
            onChange={() => setKind(name)}
          />
          {strings.kinds[name]}
        </label>
      ))}
    </div>
  );
}

/** Asks a model of the user's own, on a task of the page or of the user's own. */
export function Models() {
  const { panel: strings } = useStrings(MODELS_STRINGS);
  const kind = useWorkbenchState((state) => state.kind);
  return (
    <section className={shared.section} aria-label={strings.title}>
      <h2>{strings.title}</h2>
      <p className={shared.lead}>
        {strings.lead}
      </p>
      <div className={styles.steps}>
        <section className={shared.section} aria-label={strings.modelLabel}>
          <h3>{strings.model}</h3>
          <KindPicker />
          {kind === 'endpoint' && <EndpointForm />}
          {kind === 'hub' && <HubForm />}
          {kind === 'page' && <PageModelForm />}
        </section>
        <section className={shared.section} aria-label={strings.taskLabel}>
          <h3>{strings.task}</h3>
          <TaskPicker />
        </section>
        <section className={shared.section} aria-label={strings.run}>
          <h3>{strings.run}</h3>
          <RunForm />
          <Run />
        </section>
      </div>
    </section>
  );
}
