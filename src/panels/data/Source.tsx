import { useEffect, useState, type DragEvent } from 'react';
import { IMPORT_FORMATS } from '../../formats/import';
import { linkedData } from '../../state/import/linkedData';
import shared from '../panels.module.css';
import { useData, useDataState } from './useData';
import styles from './data.module.css';

/** Addresses of `?data=` that were fetched already: the panel may be opened again. */
const fetched = new Set<string>();

/** The file that the page's address names. One of another origin is fetched only on request. */
function Linked() {
  const data = useData();
  const [linked, setLinked] = useState(() => linkedData(window.location.href));
  const waits = linked !== null && !fetched.has(linked.url);
  useEffect(() => {
    if (linked === null || linked.foreign || fetched.has(linked.url)) return;
    fetched.add(linked.url);
    void data.openLinked(linked);
  }, [data, linked]);
  if (linked === null || !linked.foreign || !waits) return null;
  const done = (fetchIt: boolean) => {
    fetched.add(linked.url);
    setLinked(null);
    if (fetchIt) void data.openLinked(linked);
  };
  return (
    <div role="status" aria-label="Linked data" className={styles.linked}>
      <p>
        This link asks for data from another site: <b>{linked.url}</b>. Fetching it tells that site
        that you opened the link, and this page’s policy blocks other sites unless it was built to
        connect to them.
      </p>
      <button type="button" onClick={() => done(true)}>
        Fetch it
      </button>
      <button type="button" onClick={() => done(false)}>
        Do not
      </button>
    </div>
  );
}

function Paste() {
  const data = useData();
  const [text, setText] = useState('');
  return (
    <details className={shared.details}>
      <summary>Paste text instead</summary>
      <form
        className={styles.paste}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void data.open('pasted text', new Blob([text]));
        }}
      >
        <textarea
          aria-label="Pasted data"
          rows={6}
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          Read pasted text
        </button>
      </form>
    </details>
  );
}

/** Where data come from: dropped, picked, pasted or linked. */
export function Source() {
  const data = useData();
  const empty = useDataState(({ file }) => file === null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) void data.open(file.name, file);
  };
  const hover = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <>
      <div
        className={styles.drop}
        data-over={over}
        data-empty={empty}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <label className={styles.pick}>
          <b>{empty ? 'Choose a file' : 'Choose another file'}</b>
          <input
            type="file"
            aria-label="Data file"
            accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt,.log,.parquet"
            onChange={({ target }) => {
              take(target.files);
              target.value = '';
            }}
          />
        </label>
        <span>or drop it here: JSON, JSONL, Parquet or a table, up to 1 GB.</span>
      </div>
      <Paste />
      <Linked />
      <details className={shared.details} open={empty}>
        <summary>Formats that are read</summary>
        <ul className={styles.formats} aria-label="Formats">
          {IMPORT_FORMATS.map(({ name, title }) => (
            <li key={name}>{title}</li>
          ))}
          <li>
            CSV of bins that a database added up: lower, upper, n, sum_confidence, sum_correct
          </li>
          <li>Parquet of decisions, of our traces, or of a server’s replies</li>
        </ul>
        <p className={shared.quiet}>
          Replies of a server need log-probabilities (as many as it gives, e.g. "logprobs": true,
          "top_logprobs": 20); one reply a line, alone or within a record of your own with its id,
          options and gold. Tables need a column for each option’s logit or probability, or one of
          confidence and one of whether it was right; in Parquet also a list of logits and one of
          options. Unpack gzip and zip files first. The format is recognised by the content,
          whatever the file’s name.
        </p>
      </details>
    </>
  );
}
