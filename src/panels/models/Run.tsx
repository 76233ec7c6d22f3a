import { useState } from 'react';
import type { CollectRun } from '../../state/collect/collector';
import { useExplorer } from '../context';
import data from '../data/data.module.css';
import fields from '../fields.module.css';
import { duration } from '../numbers';
import shared from '../panels.module.css';
import { saveFile } from '../saveFile';
import { Waiting } from './EndpointConnection';
import styles from './models.module.css';
import { useRun, useWorkbench } from './useWorkbench';

const ENDS: Readonly<Record<Exclude<CollectRun['status'], 'running'>, string>> = {
  complete: 'complete',
  stopped: 'stopped, what has come is kept',
  failed: 'ended by a failure, what has come is kept',
};

function sentence({ done, total, failed, undecided, judged, right, ...run }: CollectRun): string {
  return [
    `${done} of ${total} traces`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(undecided > 0 ? [`${undecided} without a decision`] : []),
    ...(judged > 0 ? [`${right} of ${judged} right`] : []),
    ...(run.status === 'running'
      ? run.secondsLeft === null
        ? []
        : [`${duration(run.secondsLeft)} left`]
      : [ENDS[run.status]]),
  ].join(' · ');
}

function Failures({ run }: { readonly run: CollectRun }) {
  if (run.failed === 0) return null;
  return (
    <details className={shared.details} open={run.failed <= 3}>
      <summary>{run.failed === 1 ? '1 case failed' : `${run.failed} cases failed`}</summary>
      <ul className={data.bad} aria-label="Cases that failed" tabIndex={0}>
        {run.failures.map(({ caseId, message }, i) => (
          <li key={i}>
            {caseId}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Actions({ run }: { readonly run: CollectRun }) {
  const { collector } = useWorkbench();
  const { showImported, view } = useExplorer();
  const [said, setSaid] = useState('');
  const running = run.status === 'running';
  const show = () => {
    const imported = collector.imported();
    if (imported === null) return;
    if (imported.table.usable.length === 0) {
      setSaid('No trace has both a decision and a gold option, so there is nothing to draw.');
      return;
    }
    showImported(imported);
    view.change('page', { panel: 'explore' });
  };
  const save = () => {
    const name = `${run.title}-${run.spec.task}.jsonl`.replace(/[^\w.-]+/gu, '-');
    saveFile(name, collector.file());
    setSaid(`Saved ${name}`);
  };
  return (
    <div className={fields.row}>
      {running && (
        <button type="button" onClick={collector.cancel}>
          Cancel
        </button>
      )}
      {!running && run.done < run.total && (
        <button type="button" onClick={() => void collector.goOn()}>
          Go on
        </button>
      )}
      {run.done > 0 && (
        <>
          <button type="button" className={running ? '' : shared.primary} onClick={show}>
            Show in Explore
          </button>
          <button type="button" onClick={save}>
            Save traces (JSONL)
          </button>
        </>
      )}
      <span role="status" className={shared.quiet}>
        {said}
      </span>
    </div>
  );
}

/** How far the run is, what came of it, and what can be done with that. */
export function Run() {
  const run = useRun();
  if (run === null) return null;
  const { title, spec, done, total, undecided, latest, message, status } = run;
  return (
    <section className={shared.section} aria-label="Collected traces">
      <h3>
        {title} on {spec.task}
      </h3>
      <div className={shared.quiet}>
        <progress aria-label="Collecting" value={done} max={total} />
        <span role="status" aria-label="Traces collected">
          {sentence(run)}
        </span>
      </div>
      {status === 'running' && <Waiting />}
      {message !== null && (
        <p role="alert" className={styles.problem}>
          {message}
        </p>
      )}
      <Failures run={run} />
      {undecided > 0 && (
        <p className={shared.problem}>
          {undecided} of {done} traces state no decision after “{spec.rule.pattern}”
          {spec.rule.after === '' ? '' : ` behind “${spec.rule.after}”`}. See what the model writes,
          and change the rule, the added line or the longest completion.
        </p>
      )}
      <Actions run={run} />
      {latest !== null && (
        <details className={shared.details} open={undecided > 0}>
          <summary>Latest trace: {latest.caseId}</summary>
          <pre className={styles.sample} tabIndex={0} aria-label="Latest trace">
            {latest.text}
          </pre>
        </details>
      )}
    </section>
  );
}
