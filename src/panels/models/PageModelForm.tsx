import { useExplorer, useExplorerState } from '../context';
import { EngineStatus } from '../EngineStatus';
import fields from '../fields.module.css';
import shared from '../panels.module.css';

/** A model that the page ships: the one that Explore has chosen. */
export function PageModelForm() {
  const { choose } = useExplorer();
  const catalogue = useExplorerState((state) => state.catalogue);
  const { model, dtype } = useExplorerState((state) => state.choice);
  return (
    <div className={fields.fields}>
      <label>
        Model, chosen here and in Explore
        <select
          value={model}
          disabled={catalogue === null}
          onChange={({ target }) => void choose({ model: target.value })}
        >
          {catalogue?.models.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p className={shared.quiet}>
        {dtype} weights. These models were trained on the built-in tasks alone: on others they show
        what a model does that knows nothing of the matter. Options have to be letters.
      </p>
      <EngineStatus />
    </div>
  );
}
