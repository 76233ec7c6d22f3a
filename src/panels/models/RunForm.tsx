import { checkedForm, collectSpec, type CollectForm } from '../../state/collect/form';
import { casesIn } from '../../state/collect/task';
import { useExplorerState } from '../context';
import fields from '../fields.module.css';
import { MODELS_STRINGS } from '../../strings/models';
import { useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import styles from './models.module.css';
import { useEndpoint, useHub, useRun, useWorkbench, useWorkbenchState } from './useWorkbench';

type TextKey = Exclude<keyof CollectForm, 'mode'>;

/** One field of the form. */
function Field({ name, label, text }: { name: TextKey; label: string; text?: boolean }) {
  const { edit } = useWorkbench();
  const value = useWorkbenchState(({ form }) => form[name]);
  return (
    <label>
      {label}
      <input
        value={value}
        spellCheck={false}
        {...(text !== true && { inputMode: 'decimal' as const })}
        onChange={({ target }) => edit({ [name]: target.value })}
      />
    </label>
  );
}

/** Why nothing can be asked yet, or null. */
function useMissing(): string | null {
  const { form: strings } = useStrings(MODELS_STRINGS);
  const kind = useWorkbenchState((state) => state.kind);
  const { connection } = useEndpoint();
  const catalogue = useExplorerState((state) => state.catalogue);
  const { status } = useHub().connection;
  if (kind === 'hub' && status !== 'ready') return strings.loadFirst;
  if (kind === 'endpoint' && connection.status !== 'ready') return strings.connectFirst;
  if (kind === 'page' && catalogue === null) return strings.fetching;
  return null;
}

/** How many cases, how they are drawn, how an answer is read; and the button that starts. */
export function RunForm() {
  const { form: strings } = useStrings(MODELS_STRINGS);
  const { collector, collectModel, edit } = useWorkbench();
  const form = useWorkbenchState((state) => state.form);
  const source = useWorkbenchState((state) => state.source);
  const running = useRun()?.status === 'running';
  const missing = useMissing();
  const sampled = form.mode === 'sample';
  const checked = checkedForm(form, source);
  const problem = typeof checked === 'string' ? checked : null;
  const say = useSay();
  const start = () => {
    const model = collectModel();
    const spec = collectSpec(form, source);
    if (model !== null && typeof spec !== 'string') void collector.start(model, spec);
  };
  const available = casesIn(source);
  return (
    <form
      className={fields.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (!running) start();
      }}
    >
      <div className={styles.grid}>
        <Field
          name="count"
          label={available === Infinity ? strings.cases : strings.casesOf(available)}
        />
        {source.kind === 'built-in' || sampled ? <Field name="seed" label="Seed" /> : null}
        <label>
          {strings.decoding}
          <select
            value={form.mode}
            onChange={({ target }) =>
              edit({ mode: target.value === 'sample' ? 'sample' : 'greedy' })
            }
          >
            <option value="greedy">{strings.greedy}</option>
            <option value="sample">{strings.sampled}</option>
          </select>
        </label>
        {sampled && <Field name="rollouts" label={strings.rollouts} />}
        {sampled && <Field name="temperature" label={strings.temperature} />}
        <Field name="maxNewTokens" label={strings.longest} />
      </div>
      <Field name="instruction" label={strings.line} text />
      <div className={fields.pair}>
        <Field name="pattern" label={strings.pattern} text />
        <Field name="after" label={strings.after} text />
      </div>
      <p className={shared.problem}>{problem !== null && say(problem)}</p>
      <div className={fields.row}>
        <button
          type="submit"
          className={shared.primary}
          disabled={running || problem !== null || missing !== null}
        >
          {strings.collect}
        </button>
        {missing !== null && <span className={shared.quiet}>{missing}</span>}
      </div>
    </form>
  );
}
