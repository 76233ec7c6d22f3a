import type { OpenFile } from '../../state/import/data';
import type { Surface } from '../../state/import/specForm';
import { DATA_STRINGS } from '../../strings/data';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import fields from '../fields.module.css';
import { GoldPicker } from './GoldPicker';
import { RulePicker } from './RulePicker';
import { useData } from './useData';
import styles from './data.module.css';

const SURFACES: readonly (keyof Surface)[] = ['spaced', 'bare', 'wide'];

/** What the user says of the traces: options, how they are written, the rule, temperature, gold. */
export function Controls({ file }: { readonly file: OpenFile }) {
  const data = useData();
  const { controls: strings } = useStrings(DATA_STRINGS);
  const { form, preview } = file;
  const hasTokens = preview.withTokens > 0 || preview.withPrompt > 0;
  return (
    <div className={fields.fields}>
      <label>
        {strings.options}
        <input
          value={form.labels}
          spellCheck={false}
          onChange={({ target }) => data.edit({ labels: target.value })}
        />
      </label>
      {hasTokens && (
        <fieldset className={styles.surface}>
          <legend>{strings.surface}</legend>
          {SURFACES.map((key) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={form.surface[key]}
                onChange={({ target }) =>
                  data.edit({ surface: { ...form.surface, [key]: target.checked } })
                }
              />
              {strings[key]}
            </label>
          ))}
        </fieldset>
      )}
      {hasTokens && <RulePicker form={form} preview={preview} />}
      {preview.withTokens > 0 && preview.withPrompt > 0 && (
        <label>
          {strings.searched}
          <select
            value={form.part}
            onChange={({ target }) =>
              data.edit({ part: target.value === 'prompt' ? 'prompt' : 'completion' })
            }
          >
            <option value="completion">{strings.completion}</option>
            <option value="prompt">{strings.prompt}</option>
          </select>
        </label>
      )}
      <label>
        {strings.temperature}
        <input
          inputMode="decimal"
          placeholder={strings.none}
          value={form.temperature}
          onChange={({ target }) => data.edit({ temperature: target.value })}
        />
      </label>
      <p className={shared.quiet}>{strings.fill}</p>
      <GoldPicker gold={file.gold} />
    </div>
  );
}
