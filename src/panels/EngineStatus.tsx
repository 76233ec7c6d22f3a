import type { LoadProgress } from '../inference/engine';
import { CONTROL_STRINGS } from '../strings/controls';
import { useStrings } from '../strings/language';
import { useEngineState } from './context';
import { useSay } from '../strings/messages';
import shared from './panels.module.css';

const BACKENDS: Readonly<Record<string, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

/** How far loading is. */
export function Loading({ progress }: { readonly progress: LoadProgress | null }) {
  const known = progress !== null && progress.totalBytes > 0;
  const { engine: strings } = useStrings(CONTROL_STRINGS);
  return (
    <>
      {progress === null ? strings.starting : strings.stages[progress.stage]}
      {known && strings.bytes(progress.loadedBytes, progress.totalBytes)}
      <progress
        aria-label={strings.loading}
        {...(known && { value: progress.loadedBytes, max: progress.totalBytes })}
      />
    </>
  );
}

/** What the engine runs on, how far loading is, what its self-test measured. */
export function EngineStatus() {
  const state = useEngineState();
  const say = useSay();
  const { engine: strings } = useStrings(CONTROL_STRINGS);
  if (state.status === 'idle') return <p className={shared.quiet}>{strings.idle}</p>;
  if (state.status === 'failed') return <p className={shared.quiet}>{strings.failed}</p>;
  if (state.status === 'loading')
    return (
      <div className={shared.quiet} role="status" aria-label={strings.label}>
        <Loading progress={state.progress} />
      </div>
    );
  const { backend, dtype, selfTest, refused, notes = [] } = state.report;
  const place = BACKENDS[backend] ?? backend;
  if (selfTest === null)
    return (
      <div className={shared.quiet} role="status" aria-label={strings.label}>
        {dtype === 'as served' ? strings.served(backend) : strings.untested(place, dtype)}
        {notes.map((note) => (
          <div key={note}>{say(note)}</div>
        ))}
      </div>
    );
  return (
    <div className={shared.quiet} role="status" aria-label={strings.label}>
      {strings.runs(place, selfTest.maxDifference.toExponential(0))}
      {refused.map((item) => (
        <div key={item.backend}>
          {strings.refused(BACKENDS[item.backend] ?? item.backend, say(item.reason))}
        </div>
      ))}
    </div>
  );
}
