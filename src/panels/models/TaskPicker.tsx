import { useState, type DragEvent } from 'react';
import { TASKS } from '../../tasks';
import data from '../data/data.module.css';
import fields from '../fields.module.css';
import shared from '../panels.module.css';
import styles from './models.module.css';
import { TaskPreview } from './TaskPreview';
import { useWorkbench, useWorkbenchState } from './useWorkbench';

const OWN = '\0own';

/** A file or a text with cases of the user's own. */
function OwnTask() {
  const { openTask } = useWorkbench();
  const problem = useWorkbenchState((state) => state.taskProblem);
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) void openTask(file.name, file);
  };
  const hover = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <>
      <div
        className={data.drop}
        data-over={over}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <label className={data.pick}>
          <b>Cases of your own</b>
          <input
            type="file"
            aria-label="Task file"
            accept=".jsonl,.ndjson,.json,.csv,.txt"
            onChange={({ target }) => {
              take(target.files);
              target.value = '';
            }}
          />
        </label>
        <span>or drop a file here: JSONL or CSV.</span>
      </div>
      <details className={shared.details}>
        <summary>Paste cases, or see how they are written</summary>
        <form
          className={data.paste}
          onSubmit={(event) => {
            event.preventDefault();
            void openTask('pasted cases', new Blob([text]));
          }}
        >
          <pre className={styles.sample} tabIndex={0} aria-label="Example of a case">
            {'{"id": "q1", "prompt": "Keep it?", "options": ["keep", "remove"], "gold": "keep"}'}
          </pre>
          <p className={shared.quiet}>
            One case a line; or a table with the columns id, prompt, gold and either options
            (keep|remove) or one column a letter (A, B, …). Options get letters, and lines in the
            prompt that name them. Gold may be left out: such cases have traces, but no place in a
            diagram.
          </p>
          <textarea
            aria-label="Pasted cases"
            rows={5}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" disabled={text.trim() === ''}>
            Read pasted cases
          </button>
        </form>
      </details>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}

/** Which cases a model is asked: of a built-in task, or the user's own. */
export function TaskPicker() {
  const { setSource } = useWorkbench();
  const source = useWorkbenchState((state) => state.source);
  const own = useWorkbenchState((state) => state.own);
  return (
    <div className={fields.fields}>
      <label>
        Task to collect
        <select
          value={source.kind === 'own' ? OWN : source.name}
          onChange={({ target: { value } }) => {
            if (value !== OWN) setSource({ kind: 'built-in', name: value });
            else if (own !== null) setSource(own);
          }}
        >
          {TASKS.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
          {own !== null && <option value={OWN}>{own.name} (your own)</option>}
        </select>
      </label>
      <OwnTask />
      {source.kind === 'own' && <TaskPreview task={source} />}
    </div>
  );
}
