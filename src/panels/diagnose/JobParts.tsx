import type { ReactNode } from 'react';
import type { JobState } from '../../state/diagnose/job';
import type { Provenance } from '../../traces/trace';
import { useEngineState, useExplorer, useExplorerState } from '../context';
import { megabytes } from '../numbers';
import shared from '../panels.module.css';

const BACKENDS: Readonly<Record<string, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

/** What starting does before anything else: loading the model, where it is not loaded. */
export function LoadNote() {
  const engine = useEngineState();
  const choice = useExplorerState((state) => state.choice);
  const model = useExplorerState(({ catalogue }) =>
    catalogue?.models.find(({ name }) => name === choice.model),
  );
  const loaded = engine.status === 'ready' && engine.key === `${choice.model}/${choice.dtype}`;
  const bytes = model?.dtypes.find(({ name }) => name === choice.dtype)?.bytes;
  if (loaded || model === undefined || bytes === undefined) return null;
  return (
    <p className={shared.quiet}>
      Loads {model.title} first: {megabytes(bytes)} of weights, and the runtime once. Everything
      then runs here, in your browser.
    </p>
  );
}

type RunProps = {
  readonly job: JobState<unknown>;
  /** Is what the job has found, or is finding, about what is chosen now? */
  readonly current: boolean;
  /** What is counted, e.g. `rollouts`. */
  readonly unit: string;
  /** Counted things a step of the job's own count; 1 where it is left out. */
  readonly perStep?: number;
};

/** How far a job is, with a button to cancel it; what ended early says so. */
export function JobProgress({ job, current, unit, perStep = 1 }: RunProps) {
  const { stop } = useExplorer();
  const loading = useEngineState().status === 'loading';
  if (!current || (job.status !== 'running' && job.status !== 'stopped')) return null;
  const running = job.status === 'running';
  const done = Math.floor(job.done * perStep);
  if (!running && done === 0) return null;
  return (
    <div className={shared.quiet}>
      <progress
        aria-label={`Progress of ${unit}`}
        {...(job.done > 0 ? { value: job.done } : running ? {} : { value: 0 })}
        max={Math.max(1, job.total)}
      />
      {running && loading
        ? 'Loading the model …'
        : `${done} of ${Math.round(job.total * perStep)} ${unit}`}
      {!running && ' · stopped, what is done is kept'}
      {running && (
        <>
          {' '}
          <button type="button" onClick={stop}>
            Cancel
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
  if (provenance === null) return null;
  const { model, dtype, backend } = provenance;
  const title = models?.find(({ name }) => name === model)?.title ?? model;
  return (
    <p className={shared.quiet}>
      {title} · {dtype} · {BACKENDS[backend] ?? backend}
      {children}
    </p>
  );
}
