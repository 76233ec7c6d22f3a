import { useState } from 'react';
import { argumentFor, targetOf } from '../../state/diagnose/argument';
import { isOwn } from '../../state/diagnose/ownTrace';
import { swapOf } from '../../state/diagnose/swap';
import { useExplorer, useExplorerState } from '../context';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import { JobProgress, LoadNote, Origin } from './JobParts';
import { SwapOutcome } from './SwapOutcome';
import { useCaseJob } from './useCaseJob';

/** Which option is argued for: asked for by letter, or the likeliest that was not chosen. */
function useTarget() {
  const subject = useExplorerState((state) => state.subject);
  const chosen = useExplorerState((state) => {
    const decision = isOwn(state) ? state.trace?.decision : undefined;
    return decision?.status === 'found' ? decision.chosen : -1;
  });
  const [wanted, setWanted] = useState<{ of: string; target: number } | null>(null);
  const open = subject.labels.map(
    (_, option) => option !== chosen && argumentFor(subject, option) !== null,
  );
  const asked = wanted?.of === subject.id && open[wanted.target] ? wanted.target : null;
  const target = asked ?? (chosen < 0 ? -1 : targetOf(subject, chosen, 'likeliest'));
  const choose = (option: number) =>
    setWanted(option < 0 ? null : { of: subject.id, target: option });
  return { subject, chosen, open, asked, target, choose };
}

/** Swaps the reasoning of the case on the bench. */
export function SwapCase() {
  const swap = swapOf(useExplorer());
  const { argue, rules, case: strings } = useStrings(DIAGNOSE_STRINGS).swap;
  const { job, current, running, problem } = useCaseJob(swap.store);
  const { subject, chosen, open, asked, target, choose } = useTarget();
  if (subject.posterior === null) return <p className={shared.empty}>{strings.ungenerated}</p>;
  const name = target < 0 ? strings.another : `${subject.labels[target]}`;
  const { own, after, target: swapped } = job.result;
  return (
    <>
      <div className={shared.controls}>
        <label>
          {argue}
          <select value={asked ?? -1} onChange={(event) => choose(Number(event.target.value))}>
            <option value={-1}>{rules.likeliest}</option>
            {subject.labels.map((label, option) => (
              <option key={label} value={option} disabled={!open[option]}>
                {label} · {subject.optionTexts[option]}
                {option === chosen ? ` ${strings.own}` : open[option] ? '' : ` ${strings.ruledOut}`}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className={shared.primary}
          disabled={running || problem !== null}
          onClick={() => void swap.run(target < 0 ? null : target)}
        >
          {strings.run(name)}
        </button>
      </div>
      {problem !== null && <p className={shared.problem}>{problem}</p>}
      <LoadNote />
      <JobProgress job={job} current={current} unit="decisions" />
      {current && own !== null && after !== null ? (
        <>
          <SwapOutcome own={own} after={after} target={swapped} subject={subject} />
          <Origin provenance={job.provenance}>{strings.origin}</Origin>
        </>
      ) : (
        !running && (
          <p className={shared.empty}>{chosen < 0 ? strings.first(name) : strings.again(name)}</p>
        )
      )}
    </>
  );
}
