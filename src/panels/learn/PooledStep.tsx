import { PredictionHistogram } from '../../charts/PredictionHistogram';
import { PREDICTION_CELLS, predictionCounts } from '../../charts/predictionLayout';
import { COURSE } from '../../state/learn/course';
import { judge, met, type Answer } from '../../state/learn/judge';
import { predictionsOf, type Pool } from '../../state/learn/pool';
import { STEPS, type StepName } from '../../state/view/learn';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import type { Truth } from '../../strings/learn/facts';
import { ChoiceBars } from './ChoiceBars';
import { Failure } from './Failure';
import { useAnswerText } from './useAnswerText';
import { useFacts } from './useFacts';
import styles from './class.module.css';
import shared from '../panels.module.css';

function Shares(props: {
  readonly title: string;
  readonly shares: readonly number[];
  readonly truth: (Truth & { kind: 'share' }) | null;
  readonly told: string;
  readonly summary: string;
}) {
  const { title, shares, truth, told, summary } = props;
  const { class: strings } = useStrings(LEARN_STRINGS);
  const step = 100 / PREDICTION_CELLS;
  return (
    <>
      <PredictionHistogram
        title={strings.histogram(title)}
        axis={strings.axis}
        shares={shares}
        truth={truth === null ? null : { ...truth, label: strings.truthMark(told) }}
        summary={summary}
      />
      <details className={shared.details}>
        <summary>{strings.table}</summary>
        <table className={shared.figures} aria-label={strings.histogram(title)}>
          <thead>
            <tr>
              <th scope="col">{strings.prediction}</th>
              <th scope="col">{strings.learners}</th>
            </tr>
          </thead>
          <tbody>
            {predictionCounts(shares).map(
              (count, i) =>
                count > 0 && (
                  <tr key={i}>
                    <th scope="row">{strings.cell(i * step, (i + 1) * step)}</th>
                    <td>{count}</td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** The predictions of a class at one step, beside the truth. */
export function PooledStep({ step, pool }: { readonly step: StepName; readonly pool: Pool }) {
  const { class: strings, course } = useStrings(LEARN_STRINGS);
  const said = useAnswerText(step);
  const facts = useFacts(step, true);
  const { title, question } = course[step];
  const answers: readonly Answer[] = predictionsOf(pool, step);
  const truth: Truth | null = facts.status === 'ready' ? facts.facts.truth : null;
  const n = answers.length;
  const hits = truth === null ? 0 : answers.filter((answer) => met(judge(answer, truth))).length;
  const told = truth === null ? '' : said(truth.value);
  const summary = truth === null ? strings.noTruth(n) : strings.summary(n, hits, told);
  const asked = COURSE[step].question;
  return (
    <section className={styles.pooled} aria-label={title}>
      <h4>
        {STEPS.indexOf(step) + 1} · {title} <small>{strings.n(n)}</small>
      </h4>
      <p className={shared.quiet}>{question}</p>
      <p>{summary}</p>
      {facts.status === 'failed' && <Failure error={facts.error} onRetry={facts.retry} />}
      {asked.kind === 'share' ? (
        <Shares
          title={title}
          shares={answers.filter((answer) => typeof answer === 'number')}
          truth={truth?.kind === 'share' ? truth : null}
          told={told}
          summary={summary}
        />
      ) : (
        <ChoiceBars
          title={strings.histogram(title)}
          rows={asked.choices.map((choice) => ({
            text: said(choice),
            count: answers.filter((answer) => answer === choice).length,
            true: truth?.value === choice,
          }))}
        />
      )}
    </section>
  );
}
