import { useRef, useState, type KeyboardEvent } from 'react';
import type { Subject } from '../../state/subject';
import { decisionConfidence } from '../../traces/interventions/swap';
import type { Trace } from '../../traces/trace';
import { useExplorer, useExplorerState } from '../context';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import styles from './rollouts.module.css';

type Props = {
  readonly traces: readonly Trace[];
  readonly subject: Subject;
  /** α/T. */
  readonly factor: number;
};

/** Every rollout as the letter it decided for; one opens its trace. The arrow keys walk them. */
export function RolloutList({ traces, subject, factor }: Props) {
  const { openTrace } = useExplorer();
  const { right: rightWord, wrong: wrongWord, rollouts } = useStrings(DIAGNOSE_STRINGS);
  const strings = rollouts.list;
  const { probability } = useNumbers();
  const shown = useExplorerState((state) => state.trace?.id);
  const [entry, setEntry] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const focusable = Math.min(entry, traces.length - 1);
  const move = (event: KeyboardEvent) => {
    const target = {
      ArrowRight: focusable + 1,
      ArrowLeft: focusable - 1,
      Home: 0,
      End: traces.length - 1,
    }[event.key];
    const element = list.current?.children[target ?? -1];
    if (!(element instanceof HTMLElement)) return;
    event.preventDefault();
    element.focus();
  };
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3>
        {strings.title} <small className={shared.quiet}>{strings.note}</small>
      </h3>
      <div
        ref={list}
        role="toolbar"
        aria-label={strings.open}
        className={styles.list}
        onKeyDown={move}
      >
        {traces.map((trace, i) => {
          const { id, decision } = trace;
          const letter = decision.status === 'found' ? subject.labels[decision.chosen]! : '–';
          const known = decision.status === 'found' && subject.gold >= 0;
          const right = known && decision.chosen === subject.gold;
          const p = decisionConfidence(decision, factor);
          const verdict = known ? (right ? rightWord : wrongWord) : null;
          const name =
            decision.status === 'found'
              ? strings.decided(i + 1, letter, probability(p), verdict)
              : strings.undecided(i + 1);
          return (
            <button
              key={id}
              type="button"
              tabIndex={i === focusable ? 0 : -1}
              aria-label={name}
              title={name}
              aria-pressed={id === shown}
              data-wrong={(known && !right) || undefined}
              onFocus={() => setEntry(i)}
              onClick={() => openTrace(trace)}
            >
              {letter}
            </button>
          );
        })}
      </div>
    </section>
  );
}
