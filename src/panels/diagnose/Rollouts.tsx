import { useMemo } from 'react';
import { armStyle } from '../../charts/armStyle';
import { ProbabilityHistogram } from '../../charts/ProbabilityHistogram';
import { MAX_ROLLOUTS, rolloutsOf } from '../../state/diagnose/rollouts';
import { agreement } from '../../traces/agreement';
import type { Trace } from '../../traces/trace';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import { Agreement } from './Agreement';
import { CountSeed } from '../CountSeed';
import { JobProgress, LoadNote, Origin } from './JobParts';
import { RolloutList } from './RolloutList';
import { RolloutTables } from './RolloutTables';
import { useCaseJob } from './useCaseJob';

function Found({ traces }: { readonly traces: readonly Trace[] }) {
  const { right: rightWord, wrong: wrongWord, interval, rollouts } = useStrings(DIAGNOSE_STRINGS);
  const { percent } = useNumbers();
  const strings = rollouts.confidence;
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
        ? [{ name: strings.decided, values: of.confidence }]
        : [
            { name: rightWord, values: of.confidence.filter((_p, i) => right[i]) },
            { name: wrongWord, values: of.confidence.filter((_p, i) => !right[i]) },
          ];
    return { of, groups };
  }, [traces, subject, scale, temperature, strings, rightWord, wrongWord]);
  const { of, groups } = found;
  const { certain } = of;
  const summary = strings.summary(
    certain.count,
    certain.n,
    certain.share,
    certain.interval,
    groups.map(({ name, values }) => `${values.length} ${name}`).join(', '),
  );
  return (
    <>
      <section className={shared.section} aria-label={strings.label}>
        <h3>{strings.title}</h3>
        <p>
          <strong>{strings.count(certain.count, certain.n)}</strong>{' '}
          {strings.certain(certain.share)}{' '}
          <span className={shared.quiet}>
            {interval(percent(certain.interval.low), percent(certain.interval.high))}
            {of.decided < of.rollouts && strings.undecided(of.rollouts - of.decided)}
          </span>
        </p>
        <ProbabilityHistogram
          title={strings.histogram}
          axis={strings.axis}
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
  const { rollouts: strings } = useStrings(DIAGNOSE_STRINGS);
  const { factor } = useNumbers();
  const { temperature } = useSettings();
  const { job, current, running, problem } = useCaseJob(rollouts.store);
  const { traces, spec } = job.result;
  const some = current && traces.length > 0;
  return (
    <>
      <div className={shared.section}>
        <CountSeed
          name={strings.count}
          count={64}
          most={MAX_ROLLOUTS}
          seed={1}
          disabled={running || problem !== null}
          verb={(n) => strings.run(n, factor(temperature))}
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
            {strings.origin(factor(spec.temperature), spec.seed, traces.length)}
          </Origin>
        </>
      ) : (
        !running && <p className={shared.empty}>{strings.empty}</p>
      )}
    </>
  );
}
