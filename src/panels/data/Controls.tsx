import type { OpenFile } from '../../state/import/data';
import type { Surface } from '../../state/import/specForm';
import shared from '../panels.module.css';
import fields from '../fields.module.css';
import { GoldPicker } from './GoldPicker';
import { RulePicker } from './RulePicker';
import { useData } from './useData';
import styles from './data.module.css';

const SURFACES: readonly (readonly [keyof Surface, string])[] = [
  ['spaced', '“ A”'],
  ['bare', '“A”'],
  ['wide', '“(A”, “A)”, “A.”, “A:”'],
];

/** What the user says of the traces: options, how they are written, the rule, temperature, gold. */
export function Controls({ file }: { readonly file: OpenFile }) {
  const data = useData();
  const { form, preview } = file;
  const hasTokens = preview.withTokens > 0 || preview.withPrompt > 0;
  return (
    <div className={fields.fields}>
      <label>
        Options, with commas between
        <input
          value={form.labels}
          spellCheck={false}
          onChange={({ target }) => data.edit({ labels: target.value })}
        />
      </label>
      {hasTokens && (
        <fieldset className={styles.surface}>
          <legend>A token states option A when it is</legend>
          {SURFACES.map(([key, text]) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={form.surface[key]}
                onChange={({ target }) =>
                  data.edit({ surface: { ...form.surface, [key]: target.checked } })
                }
              />
              {text}
            </label>
          ))}
        </fieldset>
      )}
      {hasTokens && <RulePicker form={form} preview={preview} />}
      {preview.withTokens > 0 && preview.withPrompt > 0 && (
        <label>
          Tokens searched
          <select
            value={form.part}
            onChange={({ target }) =>
              data.edit({ part: target.value === 'prompt' ? 'prompt' : 'completion' })
            }
          >
            <option value="completion">of the completion</option>
            <option value="prompt">of the prompt, as the server scored it</option>
          </select>
        </label>
      )}
      <label>
        Sampling temperature to undo
        <input
          inputMode="decimal"
          placeholder="none: log-probabilities are raw"
          value={form.temperature}
          onChange={({ target }) => data.edit({ temperature: target.value })}
        />
      </label>
      <p className={shared.quiet}>
        Fill it in only where the server logged probabilities after temperature, as vLLM does with
        processed_logprobs.
      </p>
      <GoldPicker gold={file.gold} />
    </div>
  );
}
