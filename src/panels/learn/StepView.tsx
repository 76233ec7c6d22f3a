import { useRef } from 'react';
import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { openStep } from '../../state/learn/learn';
import { COURSE } from '../../state/learn/course';
import { STEPS, type StepName } from '../../state/view/learn';
import { useExplorer } from '../context';
import { Bench } from './Bench';
import { Failure } from './Failure';
import { Prediction } from './Prediction';
import { Reveal } from './Reveal';
import { StepList } from './StepList';
import { StepNav } from './StepNav';
import { progressOf } from './stores';
import { SwapHere } from './SwapHere';
import { useFacts } from './useFacts';
import { useOpenStep } from './useOpenStep';
import styles from './step.module.css';
import shared from '../panels.module.css';

/** Where text and explorer stand one below the other: from the question to what it asks about, and back. */
function goTo(element: HTMLElement | null) {
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}

/** One step: text, prediction and what is revealed, beside the explorer. */
export function StepView({ step }: { readonly step: StepName }) {
  const explorer = useExplorer();
  const strings = useStrings(LEARN_STRINGS);
  const text = strings.course[step];
  const progress = progressOf(explorer);
  const { answers, kept } = useStore(progress.store);
  const hide = useStore(explorer.view, ({ learn }) => learn.hide);
  const answer = answers[step];
  const facts = useFacts(step, answer !== undefined);
  const open = useOpenStep();
  const question = useRef<HTMLDivElement>(null);
  const bench = useRef<HTMLDivElement>(null);
  const { before, after } = COURSE[step];
  const ready = facts.status === 'ready' ? facts.facts : null;
  return (
    <div className={styles.step}>
      <article className={styles.text} aria-label={text.title}>
        {!hide.includes('steps') && <StepList current={step} />}
        <p className={styles.count}>{strings.stepOf(STEPS.indexOf(step) + 1, STEPS.length)}</p>
        <h2 tabIndex={-1}>{text.title}</h2>
        {text.text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {text.look !== null && (
          <p className={styles.look}>
            <strong>{strings.look}:</strong> {text.look}
          </p>
        )}
        <button type="button" className={styles.jump} onClick={() => goTo(bench.current)}>
          ↓ {strings.toBench}
        </button>
        <div ref={question} tabIndex={-1}>
          <Prediction
            step={step}
            answer={answer}
            onAnswer={(given) => {
              progress.answer(step, given);
              void open(step);
            }}
          />
        </div>
        {answer !== undefined && ready === null && facts.status === 'waiting' && (
          <p role="status" className={shared.quiet}>
            {strings.computing}
          </p>
        )}
        {facts.status === 'failed' && answer !== undefined && (
          <Failure error={facts.error} onRetry={facts.retry} />
        )}
        {answer !== undefined && ready !== null && (
          <Reveal
            step={step}
            answer={answer}
            facts={ready}
            onRetry={() => {
              progress.retry(step);
              void openStep(explorer, step, null);
            }}
          />
        )}
        {step === 'swap' && answer !== undefined && <SwapHere />}
        {!kept && <p className={styles.notKept}>{strings.notKept}</p>}
        <StepNav step={step} answered={answer !== undefined} onView={() => void open(step)} />
      </article>
      <div ref={bench} tabIndex={-1} className={styles.benchPlace}>
        <Bench parts={answer === undefined ? before : after} />
        <button type="button" className={styles.jump} onClick={() => goTo(question.current)}>
          ↑ {strings.toQuestion}
        </button>
      </div>
    </div>
  );
}
