import { MODELS_STRINGS } from '../../strings/models';
import { useLocale, useStrings } from '../../strings/language';
import { armTitle } from '../../strings/arms';
import { useExplorer, useExplorerState } from '../context';
import { EngineStatus } from '../EngineStatus';
import fields from '../fields.module.css';
import shared from '../panels.module.css';

/** A model that the page ships: the one that Explore has chosen. */
export function PageModelForm() {
  const { page: strings } = useStrings(MODELS_STRINGS);
  const locale = useLocale();
  const { choose } = useExplorer();
  const catalogue = useExplorerState((state) => state.catalogue);
  const { model, dtype } = useExplorerState((state) => state.choice);
  return (
    <div className={fields.fields}>
      <label>
        {strings.model}
        <select
          value={model}
          disabled={catalogue === null}
          onChange={({ target }) => void choose({ model: target.value })}
        >
          {catalogue?.models.map(({ name, title, arm }) => (
            <option key={name} value={name}>
              {armTitle(locale, { title, arm })}
            </option>
          ))}
        </select>
      </label>
      <p className={shared.quiet}>
        {strings.note(dtype)}
      </p>
      <EngineStatus />
    </div>
  );
}
