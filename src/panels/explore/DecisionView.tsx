import { softmax } from '../../calibration/scaling';
import type { FoundDecision, MissingReason } from '../../traces/decision';
import type { Subject } from '../../state/subject';
import { useExplorerState } from '../context';
import { useSettings } from '../controls';
import { factor, percent, probability } from '../numbers';
import styles from './decision.module.css';

const MISSING: Readonly<Record<MissingReason, string>> = {
  'no-decision': 'No decision: the trace ends without “Answer: …” after its reasoning.',
  'not-an-option': 'No decision: what follows “Answer:” is none of the options.',
  'cut-off': 'No decision: the trace was cut off before it decided.',
  'no-probability': 'No decision: the log has no probability of the decision token.',
};

function Options({ decision, subject }: { decision: FoundDecision; subject: Subject }) {
  const { temperature, scale } = useSettings();
  const p = softmax(decision.logits, scale / temperature);
  return (
    <table className={styles.options}>
      <caption>
        Effective logits <i>α</i>·<i>z</i>/<i>T</i> = {factor(scale)}·<i>z</i>/{factor(temperature)}
      </caption>
      <thead>
        <tr>
          <th scope="col">option</th>
          <td />
          <th scope="col">p</th>
          <th scope="col">logit</th>
          {subject.posterior !== null && <th scope="col">posterior</th>}
        </tr>
      </thead>
      <tbody>
        {subject.labels.map((label, i) => (
          <tr key={label} data-chosen={i === decision.chosen || undefined}>
            <th scope="row">
              {label} <span>{subject.optionTexts[i]}</span>
              {i === subject.gold && <em className={styles.gold}>gold</em>}
            </th>
            <td className={styles.track}>
              <span className={styles.bar} style={{ width: `${100 * p[i]!}%` }} />
              {subject.posterior !== null && (
                <span
                  className={styles.posterior}
                  style={{ left: `${100 * subject.posterior[i]!}%` }}
                  title={`posterior ${percent(subject.posterior[i]!)}`}
                />
              )}
            </td>
            <td>{probability(p[i]!)}</td>
            <td>{decision.logits[i]!.toFixed(2)}</td>
            {subject.posterior !== null && <td>{probability(subject.posterior[i]!)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The decision token: one bar an option, option mass, gold and posterior. */
export function DecisionView() {
  const trace = useExplorerState((state) => state.trace);
  const subject = useExplorerState((state) => state.subject);
  const decision = trace?.decision;
  const chosen = decision?.status === 'found' ? subject.labels[decision.chosen] : undefined;
  const verdict =
    decision?.status !== 'found' || subject.gold < 0
      ? null
      : decision.chosen === subject.gold
        ? 'right'
        : 'wrong';
  return (
    <div role="group" aria-label="Decision token" className={styles.decision}>
      <h2>
        Decision token
        {chosen !== undefined && (
          <>
            {' '}
            <span className={styles.chip}>{chosen}</span>
          </>
        )}
        {verdict !== null && <span className={styles.verdict}>{verdict}</span>}
      </h2>
      {decision === undefined && <p>It lights up when a trace states its decision.</p>}
      {decision?.status === 'missing' && <p>{MISSING[decision.reason]}</p>}
      {decision?.status === 'found' && decision.logits.length === subject.labels.length && (
        <>
          <Options decision={decision} subject={subject} />
          <p className={styles.mass}>
            Option mass {percent(decision.optionMass)}: what the whole vocabulary gave to these
            options.
          </p>
        </>
      )}
    </div>
  );
}
