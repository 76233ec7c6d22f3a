import { useRef, type KeyboardEvent } from 'react';
import { branchesOf } from '../../../state/diagnose/branches';
import { findBranch } from '../../../state/diagnose/branchTree';
import { selectedTrace, type Planted } from '../../../state/diagnose/planted';
import { chosenProbability } from '../../../traces/recolour';
import { useExplorer } from '../../context';
import { useSettings } from '../../controls';
import { CONTROL_STRINGS } from '../../../strings/controls';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import traceStyles from '../../trace/trace.module.css';
import { useVocabularySize } from '../useVocabularySize';
import tool from '../tool.module.css';
import styles from './branch.module.css';

/** The token that the view opens on: where the branch left, else the decision token, else the first. */
export function pickedOf(planted: Planted): number {
  const { decision, tokens } = selectedTrace(planted);
  const left = findBranch(planted.history.present, planted.selected)?.at;
  const otherwise = left ?? (decision.status === 'found' ? decision.tokenIndex : 0);
  return Math.min(planted.picked ?? otherwise, tokens.length - 1);
}

/** The selected trace to pick a token of; what it shares with the trace that it left is dimmed. */
export function BranchTrace({ id, planted }: { id: string; planted: Planted }) {
  const branches = branchesOf(useExplorer());
  const { temperature } = useSettings();
  const vocabulary = useVocabularySize();
  const { trace: strings } = useStrings(DIAGNOSE_STRINGS).branch;
  const { trace: words } = useStrings(CONTROL_STRINGS);
  const { probability } = useNumbers();
  const list = useRef<HTMLDivElement>(null);
  const trace = selectedTrace(planted);
  const picked = pickedOf(planted);
  const left = findBranch(planted.history.present, planted.selected)?.at ?? 0;
  const decision = trace.decision.status === 'found' ? trace.decision.tokenIndex : -1;
  const move = (event: KeyboardEvent) => {
    const target = {
      ArrowRight: picked + 1,
      ArrowLeft: picked - 1,
      Home: 0,
      End: trace.tokens.length - 1,
    }[event.key];
    const element = list.current?.querySelector<HTMLElement>(`[data-index="${target ?? ''}"]`);
    if (target === undefined || !element) return;
    event.preventDefault();
    branches.pick(id, target);
    element.focus();
  };
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3 className={tool.title}>{planted.selected === 0 ? strings.root : strings.selected}</h3>
      <p className={shared.quiet}>
        {strings.pick}
        {left > 0 && strings.shared(left)}
        {strings.ends[trace.finish]}
      </p>
      <div
        ref={list}
        className={`${traceStyles.text} ${styles.text}`}
        role="group"
        aria-label={strings.tokens}
        onKeyDown={move}
      >
        {trace.tokens.map((token, index) => {
          const { low, high } = chosenProbability(token, temperature, vocabulary);
          const p = (low + high) / 2;
          return (
            <span
              key={index}
              className={traceStyles.token}
              data-index={index}
              data-decision={index === decision || undefined}
              data-unlikely={p < 0.5 || undefined}
              data-special={/^<.*>$/.test(token.text) || undefined}
              data-shared={index < left || undefined}
              role="button"
              tabIndex={index === picked ? 0 : -1}
              aria-pressed={index === picked}
              aria-label={words.token(
                token.text.trim() || words.lineBreak,
                probability(p),
                index === decision,
              )}
              style={{ '--doubt': `${Math.round(100 * (1 - p))}%` } as React.CSSProperties}
              onClick={() => branches.pick(id, index)}
            >
              <span lang="en">{token.text}</span>
            </span>
          );
        })}
      </div>
    </section>
  );
}
