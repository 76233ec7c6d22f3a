import { CONTROL_STRINGS } from '../strings/controls';
import { useStrings } from '../strings/language';
import { useEngineState } from './context';
import shared from './panels.module.css';

const BACKENDS: Readonly<Record<string, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

/** What the engine runs on, how far loading is, what its self-test measured. */
export function EngineStatus() {
  const state = useEngineState();
  const { engine: strings } = useStrings(CONTROL_STRINGS);
  if (state.status === 'idle') return <p className={shared.quiet}>{strings.idle}</p>;
  if (state.status === 'failed') return <p className={shared.quiet}>{strings.failed}</p>;
  if (state.status === 'loading') {
    const { progress } = state;
    const bytes =
      progress !== null && progress.totalBytes > 0
        ? strings.bytes(progress.loadedBytes, progress.totalBytes)
        : '';
    return (
      <div className={shared.quiet} role="status" aria-label={strings.label}>
        {progress === null ? strings.starting : strings.stages[progress.stage]}
        {bytes}
        <progress
          aria-label={strings.loading}
          {...(progress !== null && progress.totalBytes > 0
            ? { value: progress.loadedBytes, max: progress.totalBytes }
            : {})}
        />
      </div>
    );
  }
  const { backend, selfTest, refused, notes = [] } = state.report;
  if (selfTest === null)
    return (
      <div className={shared.quiet} role="status" aria-label={strings.label}>
        {strings.served(backend)}
        {notes.map((note) => (
          <div key={note}>{note}</div>
        ))}
      </div>
    );
  return (
    <div className={shared.quiet} role="status" aria-label={strings.label}>
      {strings.runs(BACKENDS[backend] ?? backend, selfTest.maxDifference.toExponential(0))}
      {refused.map((item) => (
        <div key={item.backend}>
          {strings.refused(BACKENDS[item.backend] ?? item.backend, item.reason)}
        </div>
      ))}
    </div>
  );
}
