import { DotRows, MarkKey } from '../../charts/DotRows';
import { softmax } from '../../calibration/scaling';
import type { Subject } from '../../state/subject';
import type { Decision } from '../../traces/decision';
import { decisionConfidence } from '../../traces/interventions/swap';
import type { Trace } from '../../traces/trace';
import { useExplorer } from '../context';
import { useSettings } from '../controls';
import { probability } from '../numbers';
import shared from '../panels.module.css';
import styles from './swap.module.css';

type Props = {
  readonly own: Trace;
  readonly after: Trace;
  readonly target: number;
  readonly subject: Subject;
};

function Reasoning(props: {
  readonly title: string;
  readonly trace: Trace;
  readonly subject: Subject;
  readonly factor: number;
}) {
  const { title, trace, subject, factor } = props;
  const { openTrace } = useExplorer();
  const { decision, tokens } = trace;
  const until = decision.status === 'found' ? decision.tokenIndex : tokens.length;
  const text = tokens
    .slice(0, until)
    .map((token) => token.text)
    .join('');
  return (
    <div className={styles.reasoning} role="group" aria-label={title}>
      <h4>{title}</h4>
      <p className={styles.text}>
        {text}
        {decision.status === 'found' && (
          <strong className={styles.decided}>{subject.labels[decision.chosen]}</strong>
        )}
      </p>
      <p className={shared.quiet}>
        {decision.status === 'found'
          ? `confidence ${probability(decisionConfidence(decision, factor))}`
          : 'no decision: the token after “Answer:” is none of the options'}{' '}
        <button type="button" onClick={() => openTrace(trace)}>
          Open the trace
        </button>
      </p>
    </div>
  );
}

function sentenceOf({ own, after, target, subject }: Props, factor: number): string {
  const name = (decision: Decision) =>
    decision.status === 'found'
      ? `${subject.labels[decision.chosen]} at ${probability(decisionConfidence(decision, factor))}`
      : 'nothing';
  const flips = after.decision.status === 'found' && after.decision.chosen === target;
  return (
    `By its own reasoning the model decides for ${name(own.decision)}; after reasoning for ` +
    `${subject.labels[target]} it decides for ${name(after.decision)}: the decision ` +
    (flips ? 'flips.' : 'does not flip.')
  );
}

/** One case before and after the swap: both reasonings, and the probability of each option. */
export function SwapOutcome(props: Props) {
  const { own, after, target, subject } = props;
  const { temperature, scale } = useSettings();
  const factor = scale / temperature;
  const p = (decision: Decision) =>
    decision.status === 'found' ? softmax(decision.logits, factor) : null;
  const [before, then] = [p(own.decision), p(after.decision)];
  const sentence = sentenceOf(props, factor);
  return (
    <>
      <p role="status" aria-label="Outcome of the swap">
        {sentence}
      </p>
      <MarkKey
        marks={[
          { shape: 'ring', colour: 'var(--accent)', name: 'p(option) before' },
          { shape: 'dot', colour: 'var(--accent)', name: 'after' },
        ]}
      />
      <DotRows
        title="Decision before and after the swap"
        summary={sentence}
        rows={subject.labels.map((label, i) => ({
          label,
          text: subject.optionTexts[i]!,
          marks: [
            { shape: 'ring', value: before?.[i] ?? NaN, colour: 'var(--accent)' },
            { shape: 'dot', value: then?.[i] ?? NaN, colour: 'var(--accent)' },
          ],
        }))}
      />
      <details className={shared.details}>
        <summary>Before and after as a table</summary>
        <table className={shared.figures} aria-label="Decision before and after the swap">
          <thead>
            <tr>
              <th scope="col">option</th>
              <th scope="col">p before</th>
              <th scope="col">p after</th>
              <th scope="col">posterior</th>
            </tr>
          </thead>
          <tbody>
            {subject.labels.map((label, i) => (
              <tr key={label}>
                <th scope="row">
                  {label} {subject.optionTexts[i]}
                  {i === target && ' (argued for)'}
                </th>
                <td>{probability(before?.[i] ?? NaN)}</td>
                <td>{probability(then?.[i] ?? NaN)}</td>
                <td>{probability(subject.posterior?.[i] ?? NaN)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <div className={styles.pair}>
        <Reasoning title="Its own reasoning" trace={own} subject={subject} factor={factor} />
        <Reasoning
          title={`Reasoning for ${subject.labels[target]}`}
          trace={after}
          subject={subject}
          factor={factor}
        />
      </div>
    </>
  );
}
