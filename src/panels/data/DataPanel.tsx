import { DATA_STRINGS } from '../../strings/data';
import { useStrings } from '../../strings/language';
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
  const { panel: strings } = useStrings(DATA_STRINGS);
  const file = useDataState((state) => state.file);
  const bins = useDataState((state) => state.bins);
  return (
    <div className={shared.sheet}>
      <section className={shared.section} aria-label={strings.label}>
        <p className={shared.lead}>{strings.lead}</p>
        <Source />
        <Reading />
      </section>
      {bins !== null && <Bins key={bins.name} file={bins} />}
      <Shown />
      {file !== null && bins === null && (
        <div className={styles.columns}>
          <WhatWasRead key={file.name} file={file} />
          <section className={shared.section} aria-label={strings.decision}>
            <h2>{strings.decision}</h2>
            <Controls file={file} />
            <Match file={file} />
          </section>
        </div>
      )}
      <Models />
    </div>
  );
}
