import { useMemo, useState } from 'react';
import { softmax } from '../../calibration/scaling';
import { TrajectoryChart } from '../../charts/TrajectoryChart';
import { trajectoryOf, type Trajectory as Found } from '../../state/diagnose/trajectory';
import type { Subject } from '../../state/subject';
import { formationStep } from '../../traces/interventions/truncate';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { probability } from '../numbers';
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

function summaryOf({ chosen, final, formed, own }: Points, subject: Subject): string {
  const last = chosen.length - 1;
  if (final < 0) return 'The decision after the whole reasoning is not known.';
  const name = `${subject.labels[final]} (${subject.optionTexts[final]})`;
  const changes = chosen.filter((option, i) => i > 0 && option !== chosen[i - 1]).length;
  const from = formed === 0 ? 'Before a line is read' : `From line ${formed} of ${last} on`;
  const often =
    changes === 0 ? 'never changes' : `changes ${changes === 1 ? 'once' : `${changes} times`}`;
  const drawn =
    own >= 0 && own !== final
      ? ` The trace itself decided for ${subject.labels[own]}: it was drawn against the odds.`
      : '';
  return `${from} the decision is ${name}. Forced after each line, it ${often} on the way.${drawn}`;
}

function Result({ found, subject }: { readonly found: Found; readonly subject: Subject }) {
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
      (step === 0
        ? 'Before the first line'
        : `Line ${step} of ${last}, “${found.steps[step]!.line}”`) +
      (p === undefined
        ? ': no decision.'
        : `: decides for ${subject.labels[option]} at ${probability(p)}` +
          (truth === undefined ? '.' : `; the posterior gives it ${probability(truth)}.`))
    );
  };
  const summary = summaryOf(points, subject);
  return (
    <section className={shared.section} aria-label="Trajectory">
      <h3>The decision, forced after each line of the reasoning</h3>
      <p role="status" aria-label="When the decision forms">
        {summary}
      </p>
      <TrajectoryChart
        title="Trajectory of the decision"
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
            {trace === null
              ? 'Reason greedily, then force the decision at each line'
              : 'Force the decision at each line of the shown trace'}
          </button>
        </div>
        {problem !== null && <p className={shared.problem}>{problem}</p>}
        <LoadNote />
        <JobProgress job={job} current={shown || running} unit="lines" />
      </div>
      {some ? (
        <>
          <Result key={result.trace.id} found={result} subject={subject} />
          <Origin provenance={job.provenance}>
            {` · n = ${result.steps.length} forced decisions of one trace`}
          </Origin>
        </>
      ) : (
        !running && (
          <p className={shared.empty}>
            No trajectory of this trace yet. The button closes the reasoning after each of its lines
            and asks for the decision there.
          </p>
        )
      )}
    </>
  );
}
