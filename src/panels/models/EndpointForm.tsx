import { useEffect, useRef, useState } from 'react';
import type { EndpointForm as Form } from '../../state/endpointStore';
import fields from '../fields.module.css';
import shared from '../panels.module.css';
import { EndpointConnection } from './EndpointConnection';
import { PolicyNotice, reachable } from './PolicyNotice';
import { useEndpoint, useWorkbench } from './useWorkbench';

const OTHER = '\0other';

/** The model: one of the server's list, or a name that the user types. */
function ModelPicker() {
  const { endpoint } = useWorkbench();
  const { models, form } = useEndpoint();
  const [typed, setTyped] = useState(false);
  const choose = (model: string) => endpoint.edit({ model });
  const listed = models !== null && models.length > 0;
  const free = !listed || typed || (form.model !== '' && !models.includes(form.model));
  return (
    <>
      {listed && (
        <label>
          Model
          <select
            value={free ? OTHER : form.model}
            onChange={({ target }) => {
              setTyped(target.value === OTHER);
              choose(target.value === OTHER ? '' : target.value);
            }}
          >
            <option value="">{models.length === 1 ? models[0] : 'choose one …'}</option>
            {(models.length === 1 ? [] : models).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            <option value={OTHER}>another name …</option>
          </select>
        </label>
      )}
      {free && (
        <label>
          {listed ? 'Name of the model' : 'Model'}
          <input
            value={form.model}
            spellCheck={false}
            autoCapitalize="off"
            placeholder={listed ? '' : 'asked of the server when it is left empty'}
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
  const { hasKey } = useEndpoint();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <label>
        Key
        <input
          ref={field}
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder={hasKey ? 'kept until the page closes' : 'none'}
          onChange={({ target }) => endpoint.setKey(target.value)}
        />
      </label>
      <p className={shared.quiet}>
        Kept in memory until the page closes and sent to this server alone; stored nowhere.{' '}
        {hasKey && (
          <button
            type="button"
            onClick={() => {
              if (field.current !== null) field.current.value = '';
              endpoint.setKey('');
            }}
          >
            Forget the key
          </button>
        )}
      </p>
    </>
  );
}

function Api({ form }: { readonly form: Form }) {
  const { endpoint } = useWorkbench();
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
          Requests at once
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
          Prompt template: the prompt stands at {'{prompt}'}
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
        Base URL of an OpenAI-compatible server
        <input
          type="text"
          inputMode="url"
          spellCheck={false}
          autoCapitalize="off"
          value={form.baseUrl}
          onChange={({ target }) => endpoint.edit({ baseUrl: target.value })}
        />
      </label>
      <PolicyNotice address={form.baseUrl} what="a server" />
      <Key />
      <ModelPicker />
      <Api form={form} />
      <div className={fields.row}>
        <button
          type="submit"
          className={connection.status === 'ready' ? '' : shared.primary}
          disabled={!allowed || connection.status === 'connecting'}
        >
          Connect
        </button>
        {connection.status === 'connecting' && (
          <button type="button" onClick={() => under.current?.abort()}>
            Cancel
          </button>
        )}
      </div>
      <EndpointConnection />
    </form>
  );
}
