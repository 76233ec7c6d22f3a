import { useMemo, useState } from 'react';
import { softmax } from '../../calibration/scaling';
import { TrajectoryChart } from '../../charts/TrajectoryChart';
import { trajectoryOf, type Trajectory as Found } from '../../state/diagnose/trajectory';
import type { Subject } from '../../state/subject';
import { formationStep } from '../../traces/interventions/truncate';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import type { DiagnoseStrings } from '../../strings/diagnose/en';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import { JobProgress, LoadNote, Origin } from './JobParts';
import { TrajectoryTable } from './TrajectoryTable';
import { useCaseJob } from './useCaseJob';

/** The numbers of a trajectory under the current scaling. */
function pointsOf({ steps, trace }: Found, factor: number) {
  const decided = steps.map(({ decision }) =>
    decision?.status === 'found' ? [...softmax(decision.logits, factor)] : null,
  );
  const chosen = steps.map(({ decision }) => (decision?.status === 'found' ? decision.chosen : -1));
  const known = steps.every(({ posterior }) => posterior !== null);
  const own = trace?.decision.status === 'found' ? trace.decision.chosen : -1;
  return {
    decided,
    chosen,
    posterior: known ? steps.map(({ posterior }) => posterior) : null,
    final: chosen.at(-1) ?? -1,
    formed: formationStep(chosen),
    own,
  };
}

type Points = ReturnType<typeof pointsOf>;

function summaryOf(
  { chosen, final, formed, own }: Points,
  subject: Subject,
  strings: DiagnoseStrings['trajectory'],
): string {
  const last = chosen.length - 1;
  if (final < 0) return strings.unknown;
  const name = `${subject.labels[final]} (${subject.optionTexts[final]})`;
  const changes = chosen.filter((option, i) => i > 0 && option !== chosen[i - 1]).length;
  const drawn = own >= 0 && own !== final ? strings.drawn(subject.labels[own]!) : '';
  return strings.summary(formed, last, name, changes) + drawn;
}

function Result({ found, subject }: { readonly found: Found; readonly subject: Subject }) {
  const { trajectory: strings } = useStrings(DIAGNOSE_STRINGS);
  const { temperature, scale } = useSettings();
  const factor = scale / temperature;
  const points = useMemo(() => pointsOf(found, factor), [found, factor]);
  const last = found.steps.length - 1;
  const [selected, setSelected] = useState<number | null>(null);
  const at = Math.min(selected ?? Math.max(0, points.formed), last);
  const say = (step: number): string => {
    const option = points.chosen[step] ?? -1;
    const p = points.decided[step]?.[option];
    const truth = points.posterior?.[step]?.[option];
    return (
      (step === 0 ? strings.before : strings.line(step, last, found.steps[step]!.line)) +
      (p === undefined
        ? strings.undecided
        : strings.decides(subject.labels[option]!, p) +
          (truth === undefined ? '.' : strings.posterior(truth)))
    );
  };
  const summary = summaryOf(points, subject, strings);
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3>{strings.title}</h3>
      <p role="status" aria-label={strings.forms}>
        {summary}
      </p>
      <TrajectoryChart
        title={strings.chart}
        summary={summary}
        options={subject.labels.map((label, i) => ({ label, text: subject.optionTexts[i]! }))}
        decided={points.decided}
        posterior={points.posterior}
        final={points.final}
        formed={points.formed}
        selected={at}
        onSelect={setSelected}
        spoken={say}
      />
      <p className={shared.quiet}>{say(at)}</p>
      <TrajectoryTable found={found} points={points} subject={subject} />
    </section>
  );
}

/** Tool: the decision forced after every line of the reasoning of the trace that is shown. */
export function Trajectory() {
  const trajectory = trajectoryOf(useExplorer());
  const { trajectory: strings } = useStrings(DIAGNOSE_STRINGS);
  const { job, current, running, problem } = useCaseJob(trajectory.store);
  const subject = useExplorerState((state) => state.subject);
  const trace = useExplorerState((state) => state.trace);
  const { result } = job;
  const shown = current && result.trace !== null && result.trace === trace;
  const some = shown && result.steps.some(({ decision }) => decision !== null);
  return (
    <>
      <div className={shared.section}>
        <div className={shared.controls}>
          <button
            type="button"
            className={shared.primary}
            disabled={running || problem !== null}
            onClick={() => void trajectory.run()}
          >
            {trace === null ? strings.reason : strings.force}
          </button>
        </div>
        {problem !== null && <p className={shared.problem}>{problem}</p>}
        <LoadNote />
        <JobProgress job={job} current={shown || running} unit="lines" />
      </div>
      {some ? (
        <>
          <Result key={result.trace.id} found={result} subject={subject} />
          <Origin provenance={job.provenance}>{strings.origin(result.steps.length)}</Origin>
        </>
      ) : (
        !running && <p className={shared.empty}>{strings.empty}</p>
      )}
    </>
  );
}
