import { useEffect, useRef, useState } from 'react';
import type { EndpointForm as Form } from '../../state/endpointStore';
import { MODELS_STRINGS } from '../../strings/models';
import { useStrings } from '../../strings/language';
import fields from '../fields.module.css';
import shared from '../panels.module.css';
import { EndpointConnection } from './EndpointConnection';
import { PolicyNotice, reachable } from './PolicyNotice';
import { useEndpoint, useWorkbench } from './useWorkbench';

const OTHER = '\0other';

/** The model: one of the server's list, or a name that the user types. */
function ModelPicker() {
  const { endpoint } = useWorkbench();
  const { endpoint: strings } = useStrings(MODELS_STRINGS);
  const { models, form } = useEndpoint();
  const [typed, setTyped] = useState(false);
  const choose = (model: string) => endpoint.edit({ model });
  const listed = models !== null && models.length > 0;
  const free = !listed || typed || (form.model !== '' && !models.includes(form.model));
  return (
    <>
      {listed && (
        <label>
          {strings.model}
          <select
            value={free ? OTHER : form.model}
            onChange={({ target }) => {
              setTyped(target.value === OTHER);
              choose(target.value === OTHER ? '' : target.value);
            }}
          >
            <option value="">{models.length === 1 ? models[0] : strings.one}</option>
            {(models.length === 1 ? [] : models).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            <option value={OTHER}>{strings.other}</option>
          </select>
        </label>
      )}
      {free && (
        <label>
          {listed ? strings.name : strings.model}
          <input
            value={form.model}
            spellCheck={false}
            autoCapitalize="off"
            placeholder={listed ? '' : strings.asked}
            onChange={({ target }) => choose(target.value)}
          />
        </label>
      )}
    </>
  );
}

/** The key goes from the field to the engine: no state of the page, no attribute and no store holds it. */
function Key() {
  const { endpoint } = useWorkbench();
  const { endpoint: strings } = useStrings(MODELS_STRINGS);
  const { hasKey } = useEndpoint();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <label>
        {strings.key}
        <input
          ref={field}
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder={hasKey ? strings.kept : strings.none}
          onChange={({ target }) => endpoint.setKey(target.value)}
        />
      </label>
      <p className={shared.quiet}>
        {strings.keyNote}{' '}
        {hasKey && (
          <button
            type="button"
            onClick={() => {
              if (field.current !== null) field.current.value = '';
              endpoint.setKey('');
            }}
          >
            {strings.forget}
          </button>
        )}
      </p>
    </>
  );
}

function Api({ form }: { readonly form: Form }) {
  const { endpoint } = useWorkbench();
  const { endpoint: strings } = useStrings(MODELS_STRINGS);
  return (
    <>
      <div className={fields.pair}>
        <label>
          API
          <select
            value={form.api}
            onChange={({ target }) =>
              endpoint.edit({ api: target.value === 'completions' ? 'completions' : 'chat' })
            }
          >
            <option value="chat">chat</option>
            <option value="completions">completions</option>
          </select>
        </label>
        <label>
          {strings.requests}
          <input
            type="number"
            min={1}
            max={256}
            value={form.concurrency}
            onChange={({ target }) => endpoint.edit({ concurrency: Number(target.value) })}
          />
        </label>
      </div>
      {form.api === 'completions' && (
        <label>
          {strings.template('{prompt}')}
          <textarea
            rows={4}
            spellCheck={false}
            value={form.promptTemplate}
            onChange={({ target }) => endpoint.edit({ promptTemplate: target.value })}
          />
        </label>
      )}
    </>
  );
}

/** A server of the user's: where it is, what it is asked for, and whether it answers. */
export function EndpointForm() {
  const { endpoint } = useWorkbench();
  const { endpoint: strings, cancel } = useStrings(MODELS_STRINGS);
  const { form, connection } = useEndpoint();
  const under = useRef<AbortController | null>(null);
  // A probe that nobody watches any more is stopped; a connection stays.
  useEffect(() => () => under.current?.abort(), []);
  const allowed = reachable(form.baseUrl);
  const connect = () => {
    under.current?.abort();
    under.current = new AbortController();
    void endpoint.connect(under.current.signal);
  };
  return (
    <form
      className={fields.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (allowed) connect();
      }}
    >
      <label>
        {strings.url}
        <input
          type="text"
          inputMode="url"
          spellCheck={false}
          autoCapitalize="off"
          value={form.baseUrl}
          onChange={({ target }) => endpoint.edit({ baseUrl: target.value })}
        />
      </label>
      <PolicyNotice address={form.baseUrl} what={strings.what} />
      <Key />
      <ModelPicker />
      <Api form={form} />
      <div className={fields.row}>
        <button
          type="submit"
          className={connection.status === 'ready' ? '' : shared.primary}
          disabled={!allowed || connection.status === 'connecting'}
        >
          {strings.connect}
        </button>
        {connection.status === 'connecting' && (
          <button type="button" onClick={() => under.current?.abort()}>
            {cancel}
          </button>
        )}
      </div>
      <EndpointConnection />
    </form>
  );
}
