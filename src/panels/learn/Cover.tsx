import { useState } from 'react';
import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { judge } from '../../state/learn/judge';
import { STEPS, type StepName } from '../../state/view/learn';
import { useExplorer } from '../context';
import { ClassSection } from './ClassSection';
import { progressOf } from './stores';
import { useFacts } from './useFacts';
import { useOpenStep } from './useOpenStep';
import styles from './cover.module.css';
import stepStyles from './step.module.css';
import shared from '../panels.module.css';

function Verdict({ step }: { readonly step: StepName }) {
  const { verdicts, done } = useStrings(LEARN_STRINGS);
  const answer = useStore(progressOf(useExplorer()).store, ({ answers }) => answers[step]);
  const facts = useFacts(step, answer !== undefined);
  if (answer === undefined) return null;
  const verdict = facts.status === 'ready' ? verdicts[judge(answer, facts.facts.truth)] : done;
  return <span className={styles.told}>✓ {verdict}</span>;
}

function Reset() {
  const strings = useStrings(LEARN_STRINGS);
  const progress = progressOf(useExplorer());
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {strings.reset}
      </button>
    );
  return (
    <span role="group" aria-label={strings.resetAsk}>
      {strings.resetAsk}{' '}
      <button
        type="button"
        // The question takes the place of the button that had the focus.
        ref={(button) => button?.focus()}
        onClick={() => setAsking(false)}
      >
        {strings.resetNo}
      </button>{' '}
      <button
        type="button"
        onClick={() => {
          progress.reset();
          setAsking(false);
        }}
      >
        {strings.resetYes}
      </button>
    </span>
  );
}

/** The steps of the course, how far one is, and the tools for a class. */
export function Cover() {
  const explorer = useExplorer();
  const strings = useStrings(LEARN_STRINGS);
  const { answers, kept } = useStore(progressOf(explorer).store);
  const hide = useStore(explorer.view, ({ learn }) => learn.hide);
  const open = useOpenStep();
  const done = STEPS.filter((step) => answers[step] !== undefined).length;
  const next = STEPS.find((step) => answers[step] === undefined) ?? STEPS[0];
  return (
    <div className={styles.cover}>
      <section className={shared.section} aria-label={strings.title}>
        <h2 tabIndex={-1}>{strings.title}</h2>
        <p className={shared.lead}>{strings.lead}</p>
        <div className={styles.begin}>
          <button type="button" className={shared.primary} onClick={() => void open(next)}>
            {done === 0 || done === STEPS.length
              ? strings.begin
              : strings.goOn(STEPS.indexOf(next) + 1)}
          </button>
          {done > 0 && (
            <>
              <span role="status">{strings.answered(done, STEPS.length)}</span> <Reset />
            </>
          )}
        </div>
        {!kept && <p className={stepStyles.notKept}>{strings.notKept}</p>}
        <ol className={styles.contents}>
          {STEPS.map((step) => (
            <li key={step}>
              {hide.includes('steps') ? (
                strings.course[step].title
              ) : (
                <button type="button" onClick={() => void open(step)}>
                  {strings.course[step].title}
                </button>
              )}
              <Verdict step={step} />
            </li>
          ))}
        </ol>
      </section>
      {!hide.includes('class') && <ClassSection />}
    </div>
  );
}
