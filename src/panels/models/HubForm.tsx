import { useEffect, useRef } from 'react';
import { HUB_DTYPES } from '../../inference/hub/spec';
import { hubFormProblem, type HubForm as Form } from '../../state/collect/hubStore';
import { Loading } from '../EngineStatus';
import fields from '../fields.module.css';
import { MODELS_STRINGS } from '../../strings/models';
import { useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { ConnectionState } from './ConnectionState';
import { KeptModels } from './KeptModels';
import styles from './models.module.css';
import { PolicyNotice, reachable } from './PolicyNotice';

import { useHub, useWorkbench } from './useWorkbench';

function Text({ name, label }: { name: 'repo' | 'revision' | 'host'; label: string }) {
  const { hub } = useWorkbench();
  const { form } = useHub();
  return (
    <label>
      {label}
      <input
        value={form[name]}
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target }) => hub.edit({ [name]: target.value.trim() })}
      />
    </label>
  );
}

/** How the model is run: weights, device, whether it thinks. */
function Ways({ form }: { readonly form: Form }) {
  const { hub } = useWorkbench();
  const { hub: strings } = useStrings(MODELS_STRINGS);
  return (
    <>
      <div className={fields.pair}>
        <label>
          {strings.weightsField}
          <select
            value={form.dtype}
            onChange={({ target }) => {
              const dtype = HUB_DTYPES.find((name) => name === target.value);
              if (dtype !== undefined) hub.edit({ dtype });
            }}
          >
            {HUB_DTYPES.map((name) => (
              <option key={name} value={name}>
                {strings.weights[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {strings.device}
          <select
            value={form.device}
            onChange={({ target }) => hub.edit({ device: target.value as Form['device'] })}
          >
            <option value="auto">{strings.auto}</option>
            <option value="webgpu">WebGPU</option>
            <option value="wasm">WebAssembly</option>
          </select>
        </label>
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={form.thinking}
          onChange={({ target }) => hub.edit({ thinking: target.checked })}
        />
        {strings.think}
      </label>
      <details className={shared.details}>
        <summary>{strings.otherHost}</summary>
        <Text name="host" label={strings.host} />
      </details>
    </>
  );
}

/** What is loaded, how far loading is, or what is wrong. */
function State() {
  const { connection } = useHub();
  const { hub: strings } = useStrings(MODELS_STRINGS);
  return (
    <ConnectionState
      label={strings.label}
      connection={connection}
      ready={({ model = '', backend }) =>
        strings.runs(model, backend === 'webgpu' ? 'WebGPU' : 'WebAssembly')
      }
    >
      {connection.status === 'loading' && <Loading progress={connection.progress} />}
    </ConnectionState>
  );
}

/** A causal language model with ONNX weights from the Hub, run in this page. */
export function HubForm() {
  const { hub } = useWorkbench();
  const { form, connection } = useHub();
  const { hub: strings, cancel } = useStrings(MODELS_STRINGS);
  const under = useRef<AbortController | null>(null);
  useEffect(() => {
    void hub.lookAtKept();
  }, [hub]);
  const allowed = reachable(form.host);
  const problem = hubFormProblem(form);
  const say = useSay();
  const loading = connection.status === 'loading';
  const load = () => {
    under.current?.abort();
    under.current = new AbortController();
    void hub.load(under.current.signal);
  };
  return (
    <form
      className={fields.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (allowed && problem === null && !loading) load();
      }}
    >
      <Text name="repo" label={strings.repo} />
      <Text name="revision" label={strings.revision} />
      <Ways form={form} />
      <PolicyNotice address={form.host} what={strings.what} />
      <p className={shared.problem}>{problem !== null && say(problem)}</p>
      <div className={fields.row}>
        <button
          type="submit"
          className={connection.status === 'ready' ? '' : shared.primary}
          disabled={!allowed || problem !== null || loading}
        >
          {strings.load}
        </button>
        {loading && (
          <button type="button" onClick={() => under.current?.abort()}>
            {cancel}
          </button>
        )}
      </div>
      <State />
      <KeptModels />
    </form>
  );
}
