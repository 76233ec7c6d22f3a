import { useState } from 'react';
import type { CollectRun } from '../../state/collect/collectRun';
import { useExplorer } from '../context';
import data from '../data/data.module.css';
import fields from '../fields.module.css';
import { KEPT_STRINGS } from '../../strings/kept';
import { MODELS_STRINGS } from '../../strings/models';
import { useLocale, useNumbers, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import { shortTaskName } from '../../strings/tasks';
import type { ModelsStrings } from '../../strings/models/en';
import type { Numbers } from '../../strings/numbers';
import shared from '../panels.module.css';
import { saveFile } from '../saveFile';
import { Waiting } from './EndpointConnection';
import styles from './models.module.css';
import { useRun, useWorkbench } from './useWorkbench';

function sentence(
  { done, total, failed, undecided, judged, right, ...run }: CollectRun,
  strings: ModelsStrings['run'],
  { duration }: Numbers,
): string {
  return [
    strings.done(done, total),
    ...(failed > 0 ? [strings.failed(failed)] : []),
    ...(undecided > 0 ? [strings.undecided(undecided)] : []),
    ...(judged > 0 ? [strings.right(right, judged)] : []),
    ...(run.status === 'running'
      ? run.secondsLeft === null
        ? []
        : [strings.left(duration(run.secondsLeft))]
      : [strings.ends[run.status]]),
  ].join(' · ');
}

function Failures({ run }: { readonly run: CollectRun }) {
  const { run: strings } = useStrings(MODELS_STRINGS);
  const say = useSay();
  if (run.failed === 0) return null;
  return (
    <details className={shared.details} open={run.failed <= 3}>
      <summary>{strings.failures(run.failed)}</summary>
      <ul className={data.bad} aria-label={strings.failuresLabel} tabIndex={0}>
        {run.failures.map(({ caseId, message }, i) => (
          <li key={i}>
            {caseId}: {say(message)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Actions({ run }: { readonly run: CollectRun }) {
  const { run: strings, cancel } = useStrings(MODELS_STRINGS);
  const { collector } = useWorkbench();
  const { showImported, view } = useExplorer();
  const [said, setSaid] = useState('');
  const running = run.status === 'running';
  const show = () => {
    const imported = collector.imported();
    if (imported === null) return;
    if (imported.table.usable.length === 0) {
      setSaid(strings.nothing);
      return;
    }
    showImported(imported);
    view.change('page', { panel: 'explore' });
  };
  const save = () => {
    const name = `${run.title}-${run.spec.task}.jsonl`.replace(/[^\w.-]+/gu, '-');
    saveFile(name, collector.file());
    setSaid(strings.saved(name));
  };
  return (
    <div className={fields.row}>
      {running && (
        <button type="button" onClick={collector.cancel}>
          {cancel}
        </button>
      )}
      {!running && run.done < run.total && (
        <button type="button" onClick={() => void collector.goOn()}>
          {strings.goOn}
        </button>
      )}
      {run.done > 0 && (
        <>
          <button type="button" className={running ? '' : shared.primary} onClick={show}>
            {strings.show}
          </button>
          <button type="button" onClick={save}>
            {strings.save}
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
  const { run: strings } = useStrings(MODELS_STRINGS);
  const { goOn } = useStrings(KEPT_STRINGS);
  const numbers = useNumbers();
  const run = useRun();
  const say = useSay();
  const locale = useLocale();
  if (run === null) return null;
  const { title, spec, done, total, undecided, latest, message, status } = run;
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3>
        {strings.title(title, shortTaskName(locale, spec.task, spec.task))}
      </h3>
      <div className={shared.quiet}>
        <progress aria-label={strings.collecting} value={done} max={total} />
        <span role="status" aria-label={strings.collected}>
          {sentence(run, strings, numbers)}
        </span>
      </div>
      {status === 'running' && <Waiting />}
      {message !== null && (
        <p role="alert" className={styles.problem}>
          {say(message)}
        </p>
      )}
      {run.restored && status === 'stopped' && <p className={shared.quiet}>{goOn(title)}</p>}
      <Failures run={run} />
      {undecided > 0 && (
        <p className={shared.problem}>
          {strings.unmatched(undecided, done, spec.rule.pattern, spec.rule.after)}
        </p>
      )}
      <Actions run={run} />
      {latest !== null && (
        <details className={shared.details} open={undecided > 0}>
          <summary>{strings.latestOf(latest.caseId)}</summary>
          <pre className={styles.sample} tabIndex={0} aria-label={strings.latest}>
            <span lang="en">{latest.text}</span>
          </pre>
        </details>
      )}
    </section>
  );
}
