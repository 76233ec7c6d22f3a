import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { useStore } from 'zustand';
import { useExplorer, useShows } from '../context';
import { ArmsStrip } from './ArmsStrip';
import { CaseEditor } from './CaseEditor';
import { Claims } from './Claims';
import { ChoicePicker } from '../ChoicePicker';
import { DecisionView } from './DecisionView';
import { DiagramPanel } from './DiagramPanel';
import { EngineStatus } from '../EngineStatus';
import { RunCases } from './RunCases';
import { TraceView } from '../trace/TraceView';
import styles from './explore.module.css';

/** What, the trace, the diagram: one case on the left, all of them on the right. */
export function ExplorePanel() {
  const { sections } = useStrings(EXPLORE_STRINGS);
  const shows = useShows();
  const embedded = useStore(useExplorer().view, ({ embed }) => embed.parts !== null);
  return (
    <div className={embedded ? styles.embedded : styles.explore}>
      {(shows('arms') || shows('claims')) && (
        <div className={styles.above}>
          {shows('arms') && <ArmsStrip />}
          {shows('claims') && <Claims />}
        </div>
      )}
      {(shows('task') || shows('cases')) && (
        <section className={styles.what} aria-label={sections.what}>
          {shows('task') && (
            <div className={styles.block}>
              <h2>{sections.model}</h2>
              <ChoicePicker />
              <EngineStatus />
            </div>
          )}
          {shows('cases') && (
            <>
              <div className={styles.block}>
                <h2>{sections.case}</h2>
                <CaseEditor />
              </div>
              <div className={`${styles.block} ${styles.many}`}>
                <h2>{sections.many}</h2>
                <RunCases />
              </div>
            </>
          )}
        </section>
      )}
      {shows('trace') && (
        <div className={styles.middle}>
          <TraceView />
          <DecisionView />
        </div>
      )}
      <DiagramPanel />
    </div>
  );
}
