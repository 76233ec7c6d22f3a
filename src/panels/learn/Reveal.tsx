import { useEffect, useRef } from 'react';
import { LEARN_STRINGS } from '../../strings/learn';
import { useNumbers, useStrings } from '../../strings/language';
import type { Facts, Truth } from '../../strings/learn/facts';
import { judge, met, type Answer } from '../../state/learn/judge';
import type { StepName } from '../../state/view/learn';
import { FactTables } from './FactTables';
import { useAnswerText } from './useAnswerText';
import styles from './prediction.module.css';

type Props<Name extends StepName> = {
  readonly step: Name;
  readonly answer: Answer;
  readonly facts: Facts[Name];
  readonly onRetry: () => void;
};

/** The prediction against what was computed, and what follows from it. */
export function Reveal<Name extends StepName>({ step, answer, facts, onRetry }: Props<Name>) {
  const strings = useStrings(LEARN_STRINGS);
  const { percent } = useNumbers();
  const { reveal, lesson } = strings.course[step];
  const { truth }: { readonly truth: Truth } = facts;
  const said = useAnswerText(step);
  const verdict = judge(answer, truth);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Of a prediction just made: its button is gone, so reading goes on here. Elsewhere the focus stays.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section className={styles.reveal} aria-label={strings.revealed}>
      <h3 ref={heading} tabIndex={-1}>
        {strings.revealed}
      </h3>
      <dl className={styles.verdict} data-met={met(verdict)}>
        <div>
          <dt>{strings.you}</dt>
          <dd>
            {said(answer)} <strong>{strings.verdicts[verdict]}</strong>
          </dd>
        </div>
        <div>
          <dt>{strings.truth}</dt>
          <dd>
            {said(truth.value)}
            {truth.kind === 'share' && (
              <small>
                {percent(truth.low)} – {percent(truth.high)}
              </small>
            )}
          </dd>
        </div>
      </dl>
      {reveal(facts).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <FactTables step={step} facts={facts} />
      <p className={styles.lesson}>{lesson(facts)}</p>
      <button type="button" onClick={onRetry}>
        {strings.again}
      </button>
    </section>
  );
}
