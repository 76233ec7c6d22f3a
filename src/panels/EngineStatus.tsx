import type { LoadProgress } from '../inference/engine';
import { useEngineState } from './context';
import { megabytes } from './numbers';
import shared from './panels.module.css';

const STAGES: Readonly<Record<LoadProgress['stage'], string>> = {
  runtime: 'Fetching the runtime',
  download: 'Fetching the weights',
  verify: 'Checking the weights',
  session: 'Preparing the model',
  'self-test': 'Testing the numbers',
  probe: 'Asking the server',
};

/** How far loading is. */
export function Loading({ progress }: { readonly progress: LoadProgress | null }) {
  const known = progress !== null && progress.totalBytes > 0;
  return (
    <>
      {progress === null ? 'Starting' : STAGES[progress.stage]}
      {known && ` · ${megabytes(progress.loadedBytes)} of ${megabytes(progress.totalBytes)}`}
      <progress
        aria-label="Loading the model"
        {...(known && { value: progress.loadedBytes, max: progress.totalBytes })}
      />
    </>
  );
}

/** What the engine runs on, how far loading is, what its self-test measured. */
export function EngineStatus() {
  const state = useEngineState();
  if (state.status === 'idle')
    return (
      <p className={shared.quiet}>
        The figures shown were computed beforehand. The model loads with the first trace.
      </p>
    );
  if (state.status === 'failed') return <p className={shared.quiet}>The model is not loaded.</p>;
  if (state.status === 'loading')
    return (
      <div className={shared.quiet} role="status" aria-label="Model">
        <Loading progress={state.progress} />
      </div>
    );
  const { backend, dtype, selfTest, refused, notes = [] } = state.report;
  const place = backend === 'webgpu' ? 'WebGPU' : 'WebAssembly';
  if (selfTest === null)
    return (
      <div className={shared.quiet} role="status" aria-label="Model">
        {dtype === 'as served'
          ? `Computed by ${backend}, as served: its numbers cannot be tested from here.`
          : `Runs here on ${place} in ${dtype}.`}
        {notes.map((note) => (
          <div key={note}>{note}</div>
        ))}
      </div>
    );
  return (
    <div className={shared.quiet} role="status" aria-label="Model">
      Runs here on {place}. Self-test passed: logits within{' '}
      {selfTest.maxDifference.toExponential(0)} of the reference.
      {refused.map((item) => (
        <div key={item.backend}>
          {item.backend === 'webgpu' ? 'WebGPU' : 'WebAssembly'} not used: {item.reason}
        </div>
      ))}
    </div>
  );
}
