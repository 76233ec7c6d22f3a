import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
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
  return (
    <div className={styles.explore}>
      <ArmsStrip />
      <Claims />
      <section className={styles.what} aria-label={sections.what}>
        <div className={styles.block}>
          <h2>{sections.model}</h2>
          <ChoicePicker />
          <EngineStatus />
        </div>
        <div className={styles.block}>
          <h2>{sections.case}</h2>
          <CaseEditor />
        </div>
        <div className={`${styles.block} ${styles.many}`}>
          <h2>{sections.many}</h2>
          <RunCases />
        </div>
      </section>
      <div className={styles.middle}>
        <TraceView />
        <DecisionView />
      </div>
      <DiagramPanel />
    </div>
  );
}
