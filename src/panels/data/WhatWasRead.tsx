import type { OpenFile } from '../../state/import/data';

import { DATA_STRINGS } from '../../strings/data';
import { useNumbers, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { useData } from './useData';
import { size } from './size';
import styles from './data.module.css';

/** What the file was taken for, what could not be read, and the first traces as text. */
export function WhatWasRead({ file: { name, preview } }: { readonly file: OpenFile }) {
  const data = useData();
  const say = useSay();
  const { read: strings } = useStrings(DATA_STRINGS);
  const numbers = useNumbers();
  const { title, reason, traces, badCount, bad, bytes, stopped, texts } = preview;
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h2>{strings.label}</h2>
      <p className={styles.name}>
        <b>{name}</b> <span className={shared.quiet}>{size(bytes, numbers)}</span>{' '}
        <button type="button" onClick={data.close}>
          {strings.close}
        </button>
      </p>
      <p role="status" aria-label={strings.format}>
        {strings.found(say(title), say(reason), traces, badCount)}
      </p>
      {stopped !== null && <p className={shared.problem}>{say(stopped)}</p>}
      {badCount > 0 && (
        <details className={shared.details} open={badCount <= 5}>
          <summary>{strings.bad(badCount)}</summary>
          <ul className={styles.bad} aria-label={strings.badRows} tabIndex={0}>
            {bad.map(({ line, message }, i) => (
              <li key={`${line}-${i}`}>{say(message)}</li>
            ))}
          </ul>
          {badCount > bad.length && <p className={shared.quiet}>{strings.listed(bad.length)}</p>}
        </details>
      )}
      {texts.length > 0 && <h3>{strings.first(texts.length)}</h3>}
      {texts.map(({ caseId, text }, i) => (
        <figure key={i} className={styles.text}>
          <figcaption className={shared.quiet}>{caseId}</figcaption>
          <pre tabIndex={0} aria-label={strings.textOf(caseId)}>
            <span lang="en">{text}</span>
          </pre>
        </figure>
      ))}
    </section>
  );
}
