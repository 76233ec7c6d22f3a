import { useDeferredValue } from 'react';
import { CONTROL_STRINGS } from '../../strings/controls';
import { useNumbers, useStrings } from '../../strings/language';
import { softmax } from '../../calibration/scaling';
import type { FoundDecision } from '../../traces/decision';
import type { Subject } from '../../state/subject';
import { useExplorerState } from '../context';
import { useSettings } from '../controls';
import styles from './decision.module.css';

function Options({ decision, subject }: { decision: FoundDecision; subject: Subject }) {
  const { temperature, scale } = useSettings();
  const { decision: strings } = useStrings(CONTROL_STRINGS);
  const { factor, fixed, percent, probability } = useNumbers();
  const p = softmax(decision.logits, scale / temperature);
  return (
    <table className={styles.options}>
      <caption>
        {strings.logits} <i>α</i>·<i>z</i>/<i>T</i> = {factor(scale)}·<i>z</i>/{factor(temperature)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{strings.option}</th>
          <td />
          <th scope="col">p</th>
          <th scope="col">{strings.logit}</th>
          {subject.posterior !== null && <th scope="col">{strings.posterior}</th>}
        </tr>
      </thead>
      <tbody>
        {subject.labels.map((label, i) => (
          <tr key={label} data-chosen={i === decision.chosen || undefined}>
            <th scope="row">
              {label} <span lang="en">{subject.optionTexts[i]}</span>
              {i === subject.gold && <em className={styles.gold}>{strings.gold}</em>}
            </th>
            <td className={styles.track}>
              <span className={styles.bar} style={{ width: `${100 * p[i]!}%` }} />
              {subject.posterior !== null && (
                <span
                  className={styles.posterior}
                  style={{ left: `${100 * subject.posterior[i]!}%` }}
                  title={`${strings.posterior} ${percent(subject.posterior[i]!)}`}
                />
              )}
            </td>
            <td>{probability(p[i]!)}</td>
            <td>{fixed(decision.logits[i]!, 2)}</td>
            {subject.posterior !== null && <td>{probability(subject.posterior[i]!)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The decision token: one bar an option, option mass, gold and posterior. */
export function DecisionView() {
  const { decision: strings } = useStrings(CONTROL_STRINGS);
  const { percent } = useNumbers();
  const trace = useDeferredValue(useExplorerState((state) => state.trace));
  const subject = useDeferredValue(useExplorerState((state) => state.subject));
  const decision = trace?.decision;
  const chosen = decision?.status === 'found' ? subject.labels[decision.chosen] : undefined;
  const verdict =
    decision?.status !== 'found' || subject.gold < 0
      ? null
      : decision.chosen === subject.gold
        ? strings.right
        : strings.wrong;
  return (
    <div role="group" aria-label={strings.title} className={styles.decision}>
      <h2>
        {strings.title}
        {chosen !== undefined && (
          <>
            {' '}
            <span className={styles.chip}>{chosen}</span>
          </>
        )}
        {verdict !== null && <span className={styles.verdict}>{verdict}</span>}
      </h2>
      {decision === undefined && <p>{strings.empty}</p>}
      {decision?.status === 'missing' && <p>{strings.missing[decision.reason]}</p>}
      {decision?.status === 'found' && decision.logits.length === subject.labels.length && (
        <>
          <Options decision={decision} subject={subject} />
          <p className={styles.mass}>{strings.mass(percent(decision.optionMass))}</p>
        </>
      )}
    </div>
  );
}
