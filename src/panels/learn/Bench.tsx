import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import type { Part } from '../../state/learn/course';
import { CaseStepper } from '../CaseStepper';
import { useExplorer } from '../context';
import { DecisionView } from '../explore/DecisionView';
import { DiagramPanel } from '../explore/DiagramPanel';
import { TraceView } from '../trace/TraceView';
import { Shown } from './Shown';
import styles from './bench.module.css';

/** The explorer's own views beside the text: what a step shows, under the same controls as everywhere. */
export function Bench({ parts }: { readonly parts: readonly Part[] }) {
  const strings = useStrings(LEARN_STRINGS);
  const hide = useStore(useExplorer().view, ({ learn }) => learn.hide);
  return (
    <section className={styles.bench} aria-label={strings.bench}>
      <Shown />
      <div className={styles.parts}>
        {parts.map((part) =>
          part === 'diagram' ? (
            <DiagramPanel
              key={part}
              sliders={!hide.includes('sliders')}
              tables={!hide.includes('tables')}
            />
          ) : (
            <div key={part} className={styles.case}>
              <CaseStepper />
              <CasePrompt />
              <TraceView />
              <DecisionView />
            </div>
          ),
        )}
      </div>
    </section>
  );
}

function CasePrompt() {
  const prompt = useStore(useExplorer().store, ({ subject }) => subject.prompt);
  return (
    <p className={styles.prompt} lang="en">
      {prompt}
    </p>
  );
}
