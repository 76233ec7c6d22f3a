import { useEffect, useState } from 'react';
import { IMPORT_FORMATS } from '../../formats/import';
import { linkedData } from '../../state/import/linkedData';
import { DATA_STRINGS } from '../../strings/data';
import { useStrings } from '../../strings/language';
import { DropFiles } from '../DropFiles';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { useData, useDataState } from './useData';
import styles from './data.module.css';

/** Addresses of `?data=` that were fetched already: the panel may be opened again. */
const fetched = new Set<string>();

/** The file that the page's address names. One of another origin is fetched only on request. */
function Linked() {
  const data = useData();
  const { source: strings } = useStrings(DATA_STRINGS);
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
    <div role="status" aria-label={strings.linked} className={styles.linked}>
      <p>
        {strings.asks} <b>{linked.url}</b>. {strings.tells}
      </p>
      <button type="button" onClick={() => done(true)}>
        {strings.fetch}
      </button>
      <button type="button" onClick={() => done(false)}>
        {strings.dont}
      </button>
    </div>
  );
}

function Paste() {
  const data = useData();
  const { source: strings } = useStrings(DATA_STRINGS);
  const [text, setText] = useState('');
  return (
    <details className={shared.details}>
      <summary>{strings.paste}</summary>
      <form
        className={styles.paste}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void data.open(strings.pastedName, new Blob([text]));
        }}
      >
        <textarea
          aria-label={strings.pasted}
          rows={6}
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          {strings.readPasted}
        </button>
      </form>
    </details>
  );
}

/** Where data come from: dropped, picked, pasted or linked. */
export function Source() {
  const data = useData();
  const { source: strings } = useStrings(DATA_STRINGS);
  const say = useSay();
  const empty = useDataState(({ file }) => file === null);
  return (
    <>
      <DropFiles
        title={empty ? strings.choose : strings.chooseOther}
        label={strings.file}
        hint={strings.drop}
        accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt,.log,.parquet"
        first={empty}
        onFiles={([file]) => file !== undefined && void data.open(file.name, file)}
      />
      <Paste />
      <Linked />
      <details className={shared.details} open={empty}>
        <summary>{strings.formats}</summary>
        <ul className={styles.formats} aria-label={strings.list}>
          {IMPORT_FORMATS.map(({ name, title }) => (
            <li key={name}>{say(title)}</li>
          ))}
          <li>{strings.bins}</li>
          <li>{strings.parquet}</li>
        </ul>
        <p className={shared.quiet}>{strings.needs}</p>
      </details>
    </>
  );
}
