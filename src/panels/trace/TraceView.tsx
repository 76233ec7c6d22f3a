import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import { CONTROL_STRINGS } from '../../strings/controls';
import { useNumbers, useStrings } from '../../strings/language';
import type { Token as TokenData, Trace } from '../../traces/trace';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { Token } from './Token';
import { TokenDetail } from './TokenDetail';
import styles from './trace.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function Tokens({ tokens, decision }: { tokens: readonly TokenData[]; decision: number }) {
  const { trace: strings } = useStrings(CONTROL_STRINGS);
  const [focused, setFocused] = useState<number | null>(null);
  const { temperature } = useSettings();
  const vocabulary = useExplorerState(
    ({ catalogue, choice }) =>
      catalogue?.models.find(({ name }) => name === choice.model)?.vocabularySize ?? 0,
  );
  const list = useRef<HTMLDivElement>(null);
  const entry = focused ?? (decision >= 0 ? decision : 0);
  const current = tokens[Math.min(entry, tokens.length - 1)];
  const move = (event: KeyboardEvent) => {
    const target =
      { Home: 0, End: tokens.length - 1 }[event.key] ?? entry + (STEPS[event.key] ?? NaN);
    const element = list.current?.querySelector<HTMLElement>(`[data-index="${target}"]`);
    if (!element) return;
    event.preventDefault();
    element.focus();
  };
  return (
    <>
      <div
        className={styles.text}
        ref={list}
        role="group"
        aria-label={strings.tokens}
        onKeyDown={move}
      >
        {tokens.map((token, index) => (
          <Token
            key={index}
            token={token}
            index={index}
            temperature={temperature}
            vocabulary={vocabulary}
            decision={index === decision}
            focusable={index === entry}
            onFocus={setFocused}
          />
        ))}
      </div>
      {current !== undefined && (
        <TokenDetail token={current} temperature={temperature} decision={entry === decision} />
      )}
    </>
  );
}

function SampleAgain({ trace }: { trace: Trace }) {
  const { generate } = useExplorer();
  const { trace: strings } = useStrings(CONTROL_STRINGS);
  const { factor } = useNumbers();
  const { temperature } = useSettings();
  const mode = useExplorerState((state) => state.choice.mode);
  const work = useExplorerState((state) => state.work);
  const stale = trace.sampling.mode === 'sample' && trace.sampling.temperature !== temperature;
  if (mode !== 'sample' || !stale) return null;
  return (
    <p className={styles.offer}>
      {strings.sampled(factor(trace.sampling.temperature))}{' '}
      <button type="button" disabled={work !== 'none'} onClick={() => void generate()}>
        {strings.again(factor(temperature))}
      </button>
    </p>
  );
}

/** The trace: tokens to walk with the arrow keys, the decision token lit. */
export function TraceView() {
  const { trace: strings } = useStrings(CONTROL_STRINGS);
  const trace = useDeferredValue(useExplorerState((state) => state.trace));
  const streaming = useDeferredValue(useExplorerState((state) => state.streaming));
  const tokens = streaming ?? trace?.tokens ?? [];
  const decision = trace?.decision.status === 'found' ? trace.decision.tokenIndex : -1;
  return (
    <section className={styles.trace} aria-label={strings.title} aria-busy={streaming !== null}>
      <h2>{strings.title}</h2>
      {tokens.length === 0 ? (
        <p className={styles.empty}>{streaming === null ? strings.empty : strings.reading}</p>
      ) : (
        <Tokens key={trace?.id ?? 'streaming'} tokens={tokens} decision={decision} />
      )}
      {trace !== null && trace.finish !== 'stop' && (
        <p className={styles.offer}>{strings[trace.finish]}</p>
      )}
      {trace !== null && <SampleAgain trace={trace} />}
    </section>
  );
}
