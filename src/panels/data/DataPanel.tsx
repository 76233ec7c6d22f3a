import shared from '../panels.module.css';
import { Models } from '../models/Models';
import { Bins } from './Bins';
import { Controls } from './Controls';
import { Match } from './Match';
import { Reading } from './Reading';
import { Shown } from './Shown';
import { Source } from './Source';
import { useDataState } from './useData';
import { WhatWasRead } from './WhatWasRead';
import styles from './data.module.css';

/** Files of the user's own: read here, shown in every panel that shows a decision table. */
export function DataPanel() {
  const file = useDataState((state) => state.file);
  const bins = useDataState((state) => state.bins);
  return (
    <div className={shared.sheet}>
      <section className={shared.section} aria-label="Your data">
        <p className={shared.lead}>
          Logs and tables of your own models: drop them here, say what counts as a decision, and the
          other panels show them. Everything is read in this page; nothing is sent anywhere.
        </p>
        <Source />
        <Reading />
      </section>
      {bins !== null && <Bins key={bins.name} file={bins} />}
      <Shown />
      {file !== null && bins === null && (
        <div className={styles.columns}>
          <WhatWasRead key={file.name} file={file} />
          <section className={shared.section} aria-label="What counts as a decision">
            <h2>What counts as a decision</h2>
            <Controls file={file} />
            <Match file={file} />
          </section>
        </div>
      )}
      <Models />
    </div>
  );
}
