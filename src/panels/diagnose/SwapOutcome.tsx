import { DotRows, MarkKey } from '../../charts/DotRows';
import { softmax } from '../../calibration/scaling';
import type { Subject } from '../../state/subject';
import type { Decision } from '../../traces/decision';
import { decisionConfidence } from '../../traces/interventions/swap';
import type { Trace } from '../../traces/trace';
import { useExplorer } from '../context';
import { useSettings } from '../controls';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import type { DiagnoseStrings } from '../../strings/diagnose/en';
import { useNumbers, useStrings } from '../../strings/language';
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
  const { outcome: strings } = useStrings(DIAGNOSE_STRINGS).swap;
  const { decision, tokens } = trace;
  const until = decision.status === 'found' ? decision.tokenIndex : tokens.length;
  const text = tokens
    .slice(0, until)
    .map((token) => token.text)
    .join('');
  return (
    <div className={styles.reasoning} role="group" aria-label={title}>
      <h4>{title}</h4>
      <p className={styles.text} lang="en">
        {text}
        {decision.status === 'found' && (
          <strong className={styles.decided}>{subject.labels[decision.chosen]}</strong>
        )}
      </p>
      <p className={shared.quiet}>
        {decision.status === 'found'
          ? strings.confidence(decisionConfidence(decision, factor))
          : strings.undecided}{' '}
        <button type="button" onClick={() => openTrace(trace)}>
          {strings.open}
        </button>
      </p>
    </div>
  );
}

function sentenceOf(
  { own, after, target, subject }: Props,
  factor: number,
  strings: DiagnoseStrings['swap']['outcome'],
): string {
  const name = (decision: Decision) =>
    decision.status === 'found'
      ? strings.at(subject.labels[decision.chosen]!, decisionConfidence(decision, factor))
      : strings.nothing;
  const flips = after.decision.status === 'found' && after.decision.chosen === target;
  return strings.sentence(name(own.decision), subject.labels[target]!, name(after.decision), flips);
}

/** One case before and after the swap: both reasonings, and the probability of each option. */
export function SwapOutcome(props: Props) {
  const { own, after, target, subject } = props;
  const { temperature, scale } = useSettings();
  const factor = scale / temperature;
  const p = (decision: Decision) =>
    decision.status === 'found' ? softmax(decision.logits, factor) : null;
  const [before, then] = [p(own.decision), p(after.decision)];
  const { outcome: strings } = useStrings(DIAGNOSE_STRINGS).swap;
  const { probability } = useNumbers();
  const sentence = sentenceOf(props, factor, strings);
  return (
    <>
      <p role="status" aria-label={strings.label}>
        {sentence}
      </p>
      <MarkKey
        marks={[
          { shape: 'ring', colour: 'var(--accent)', name: strings.before },
          { shape: 'dot', colour: 'var(--accent)', name: strings.after },
        ]}
      />
      <DotRows
        title={strings.chart}
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
        <summary>{strings.asTable}</summary>
        <table className={shared.figures} aria-label={strings.chart}>
          <thead>
            <tr>
              <th scope="col">{strings.columns.option}</th>
              <th scope="col">{strings.columns.before}</th>
              <th scope="col">{strings.columns.after}</th>
              <th scope="col">{strings.columns.posterior}</th>
            </tr>
          </thead>
          <tbody>
            {subject.labels.map((label, i) => (
              <tr key={label}>
                <th scope="row">
                  {label} <span lang="en">{subject.optionTexts[i]}</span>
                  {i === target && ` ${strings.target}`}
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
        <Reasoning title={strings.own} trace={own} subject={subject} factor={factor} />
        <Reasoning
          title={strings.argued(subject.labels[target]!)}
          trace={after}
          subject={subject}
          factor={factor}
        />
      </div>
    </>
  );
}
