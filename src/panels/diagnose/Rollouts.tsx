import { useMemo } from 'react';
import { armStyle } from '../../charts/armStyle';
import { ProbabilityHistogram } from '../../charts/ProbabilityHistogram';
import { MAX_ROLLOUTS, rolloutsOf } from '../../state/diagnose/rollouts';
import { agreement } from '../../traces/agreement';
import type { Trace } from '../../traces/trace';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { factor, percent } from '../numbers';
import shared from '../panels.module.css';
import { Agreement } from './Agreement';
import { CountSeed } from '../CountSeed';
import { JobProgress, LoadNote, Origin } from './JobParts';
import { RolloutList } from './RolloutList';
import { RolloutTables } from './RolloutTables';
import { useCaseJob } from './useCaseJob';

function Found({ traces }: { readonly traces: readonly Trace[] }) {
  const { temperature, scale } = useSettings();
  const subject = useExplorerState((state) => state.subject);
  const arm = useExplorerState(
    ({ catalogue, choice }) => catalogue?.models.find(({ name }) => name === choice.model)?.arm,
  );
  const found = useMemo(() => {
    const decisions = traces.map(({ decision }) => decision);
    const of = agreement(decisions, subject.labels.length, scale / temperature);
    const decided = decisions.filter((decision) => decision.status === 'found');
    const right = decided.map(({ chosen }) => chosen === subject.gold);
    const groups =
      subject.gold < 0
        ? [{ name: 'decided', values: of.confidence }]
        : [
            { name: 'right', values: of.confidence.filter((_p, i) => right[i]) },
            { name: 'wrong', values: of.confidence.filter((_p, i) => !right[i]) },
          ];
    return { of, groups };
  }, [traces, subject, scale, temperature]);
  const { of, groups } = found;
  const { certain } = of;
  const summary =
    `${certain.count} of ${certain.n} rollouts have p(decision token) above .99: ${percent(certain.share)}, ` +
    `95 % interval ${percent(certain.interval.low)} to ${percent(certain.interval.high)}. ` +
    groups.map(({ name, values }) => `${values.length} ${name}`).join(', ');
  return (
    <>
      <section className={shared.section} aria-label="Confidence of the rollouts">
        <h3>How sure each rollout is of its decision</h3>
        <p>
          <strong>
            {certain.count} of {certain.n}
          </strong>{' '}
          have <i>p</i> &gt; .99: {percent(certain.share)}{' '}
          <span className={shared.quiet}>
            95 % interval {percent(certain.interval.low)} – {percent(certain.interval.high)}
            {of.decided < of.rollouts &&
              ` · ${of.rollouts - of.decided} without a decision, left out`}
          </span>
        </p>
        <ProbabilityHistogram
          title="Histogram of p(decision token)"
          axis="p(decision token), renormalised over the options"
          groups={groups}
          colour={armStyle(arm ?? '').colour}
          summary={summary}
        />
      </section>
      <Agreement of={of} subject={subject} />
      <RolloutList traces={traces} subject={subject} factor={scale / temperature} />
      <RolloutTables of={of} groups={groups} subject={subject} />
    </>
  );
}

/** Tool: many sampled rollouts of the case. */
export function Rollouts() {
  const rollouts = rolloutsOf(useExplorer());
  const { temperature } = useSettings();
  const { job, current, running, problem } = useCaseJob(rollouts.store);
  const { traces, spec } = job.result;
  const some = current && traces.length > 0;
  return (
    <>
      <div className={shared.section}>
        <CountSeed
          name="Rollouts"
          count={64}
          most={MAX_ROLLOUTS}
          seed={1}
          disabled={running || problem !== null}
          verb={(n) => `Sample ${n} rollouts at T = ${factor(temperature)}`}
          onRun={(count, seed) => void rollouts.run(count, seed)}
        />
        {problem !== null && <p className={shared.problem}>{problem}</p>}
        <LoadNote />
        <JobProgress job={job} current={current} unit="rollouts" />
      </div>
      {some && spec !== null ? (
        <>
          <Found traces={traces} />
          <Origin provenance={job.provenance}>
            {` · sampled at T = ${factor(spec.temperature)}, seed ${spec.seed} · n = ${traces.length}`}
          </Origin>
        </>
      ) : (
        !running && (
          <p className={shared.empty}>
            No rollouts of this case yet. The button samples them: the same case, reasoned about
            anew each time.
          </p>
        )
      )}
    </>
  );
}
