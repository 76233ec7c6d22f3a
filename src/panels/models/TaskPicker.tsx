import { useState } from 'react';
import { TASKS } from '../../tasks';
import data from '../data/data.module.css';
import { DropFiles } from '../DropFiles';
import fields from '../fields.module.css';
import { MODELS_STRINGS } from '../../strings/models';
import { useLocale, useStrings } from '../../strings/language';
import { taskName } from '../../strings/tasks';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import styles from './models.module.css';
import { TaskPreview } from './TaskPreview';
import { useWorkbench, useWorkbenchState } from './useWorkbench';

const OWN = '\0own';

/** A file or a text with cases of the user's own. */
function OwnTask() {
  const { task: strings } = useStrings(MODELS_STRINGS);
  const { openTask } = useWorkbench();
  const problem = useWorkbenchState((state) => state.taskProblem);
  const say = useSay();
  const [text, setText] = useState('');
  return (
    <>
      <DropFiles
        title={strings.own}
        label={strings.file}
        hint={strings.drop}
        accept=".jsonl,.ndjson,.json,.csv,.txt"
        onFiles={([file]) => file !== undefined && void openTask(file.name, file)}
      />
      <details className={shared.details}>
        <summary>{strings.paste}</summary>
        <form
          className={data.paste}
          onSubmit={(event) => {
            event.preventDefault();
            void openTask(strings.pastedName, new Blob([text]));
          }}
        >
          <pre className={styles.sample} tabIndex={0} aria-label={strings.example}>
            {'{"id": "q1", "prompt": "Keep it?", "options": ["keep", "remove"], "gold": "keep"}'}
          </pre>
          <p className={shared.quiet}>
            {strings.format}
          </p>
          <textarea
            aria-label={strings.pasted}
            rows={5}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" disabled={text.trim() === ''}>
            {strings.read}
          </button>
        </form>
      </details>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {say(problem)}
        </p>
      )}
    </>
  );
}

/** Which cases a model is asked: of a built-in task, or the user's own. */
export function TaskPicker() {
  const { task: strings } = useStrings(MODELS_STRINGS);
  const locale = useLocale();
  const { setSource } = useWorkbench();
  const source = useWorkbenchState((state) => state.source);
  const own = useWorkbenchState((state) => state.own);
  return (
    <div className={fields.fields}>
      <label>
        {strings.collect}
        <select
          value={source.kind === 'own' ? OWN : source.name}
          onChange={({ target: { value } }) => {
            if (value !== OWN) setSource({ kind: 'built-in', name: value });
            else if (own !== null) setSource(own);
          }}
        >
          {TASKS.map(({ name, title }) => (
            <option key={name} value={name}>
              {taskName(locale, name, title)}
            </option>
          ))}
          {own !== null && <option value={OWN}>{strings.yours(own.name)}</option>}
        </select>
      </label>
      <OwnTask />
      {source.kind === 'own' && <TaskPreview task={source} />}
    </div>
  );
}
