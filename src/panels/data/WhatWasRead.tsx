import type { OpenFile } from '../../state/import/data';

import shared from '../panels.module.css';
import { useData } from './useData';
import { size } from './size';
import styles from './data.module.css';

const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** What the file was taken for, what could not be read, and the first traces as text. */
export function WhatWasRead({ file: { name, preview } }: { readonly file: OpenFile }) {
  const data = useData();
  const { title, reason, traces, badCount, bad, bytes, stopped, texts } = preview;
  return (
    <section className={shared.section} aria-label="What was read">
      <h2>What was read</h2>
      <p className={styles.name}>
        <b>{name}</b> <span className={shared.quiet}>{size(bytes)}</span>{' '}
        <button type="button" onClick={data.close}>
          Close file
        </button>
      </p>
      <p role="status" aria-label="Recognised format">
        {title}: {reason}. {plural(traces, 'trace', 'traces')},{' '}
        {badCount === 0
          ? 'every record readable'
          : plural(badCount, 'bad row left out', 'bad rows left out')}
        .
      </p>
      {stopped !== null && <p className={shared.problem}>{stopped}</p>}
      {badCount > 0 && (
        <details className={shared.details} open={badCount <= 5}>
          <summary>{plural(badCount, 'bad row', 'bad rows')}</summary>
          <ul className={styles.bad} aria-label="Bad rows" tabIndex={0}>
            {bad.map(({ line, message }, i) => (
              <li key={`${line}-${i}`}>{message}</li>
            ))}
          </ul>
          {badCount > bad.length && (
            <p className={shared.quiet}>The first {bad.length} are listed.</p>
          )}
        </details>
      )}
      {texts.length > 0 && (
        <h3>{texts.length === 1 ? 'First trace' : `First ${texts.length} traces`}</h3>
      )}
      {texts.map(({ caseId, text }, i) => (
        <figure key={i} className={styles.text}>
          <figcaption className={shared.quiet}>{caseId}</figcaption>
          <pre tabIndex={0} aria-label={`Text of ${caseId}`}>
            {text}
          </pre>
        </figure>
      ))}
    </section>
  );
}
