import type { ReactNode } from 'react';
import type { JobState } from '../../state/diagnose/job';
import type { Provenance } from '../../traces/trace';
import { useEngineState, useExplorer, useExplorerState } from '../context';
import { armTitle } from '../../strings/arms';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import type { DiagnoseStrings } from '../../strings/diagnose/en';
import { useLocale, useStrings } from '../../strings/language';
import shared from '../panels.module.css';

const BACKENDS: Readonly<Record<string, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

/** What starting does before anything else: loading the model, where it is not loaded. */
export function LoadNote() {
  const engine = useEngineState();
  const choice = useExplorerState((state) => state.choice);
  const model = useExplorerState(({ catalogue }) =>
    catalogue?.models.find(({ name }) => name === choice.model),
  );
  const { job: strings } = useStrings(DIAGNOSE_STRINGS);
  const locale = useLocale();
  const loaded = engine.status === 'ready' && engine.key === `${choice.model}/${choice.dtype}`;
  const bytes = model?.dtypes.find(({ name }) => name === choice.dtype)?.bytes;
  if (loaded || model === undefined || bytes === undefined) return null;
  return <p className={shared.quiet}>{strings.loads(armTitle(locale, model), bytes)}</p>;
}

type RunProps = {
  readonly job: JobState<unknown>;
  /** Is what the job has found, or is finding, about what is chosen now? */
  readonly current: boolean;
  /** What is counted. */
  readonly unit: keyof DiagnoseStrings['job']['units'];
  /** Counted things a step of the job's own count; 1 where it is left out. */
  readonly perStep?: number;
};

/** How far a job is, with a button to cancel it; what ended early says so. */
export function JobProgress({ job, current, unit, perStep = 1 }: RunProps) {
  const { stop } = useExplorer();
  const { cancel, job: strings } = useStrings(DIAGNOSE_STRINGS);
  const loading = useEngineState().status === 'loading';
  if (!current || (job.status !== 'running' && job.status !== 'stopped')) return null;
  const running = job.status === 'running';
  const counted = strings.units[unit];
  const done = Math.floor(job.done * perStep);
  if (!running && done === 0) return null;
  return (
    <div className={shared.quiet}>
      <progress
        aria-label={strings.label(counted)}
        {...(job.done > 0 ? { value: job.done } : running ? {} : { value: 0 })}
        max={Math.max(1, job.total)}
      />
      {running && loading
        ? strings.loading
        : strings.done(done, Math.round(job.total * perStep), counted)}
      {!running && strings.stopped}
      {running && (
        <>
          {' '}
          <button type="button" onClick={stop}>
            {cancel}
          </button>
        </>
      )}
    </div>
  );
}

/** Which model computed it, with what, on what. */
export function Origin({
  provenance,
  children,
}: {
  readonly provenance: Provenance | null;
  readonly children?: ReactNode;
}) {
  const models = useExplorerState(({ catalogue }) => catalogue?.models);
  const locale = useLocale();
  if (provenance === null) return null;
  const { model, dtype, backend } = provenance;
  const known = models?.find(({ name }) => name === model);
  const title = known === undefined ? model : armTitle(locale, known);
  return (
    <p className={shared.quiet}>
      {title} · {dtype} · {BACKENDS[backend] ?? backend}
      {children}
    </p>
  );
}
