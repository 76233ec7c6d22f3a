import { memo } from 'react';
import { CONTROL_STRINGS } from '../../strings/controls';
import { useNumbers, useStrings } from '../../strings/language';
import { chosenProbability } from '../../traces/recolour';
import type { Token as TokenData } from '../../traces/trace';
import styles from './trace.module.css';

type Props = {
  readonly token: TokenData;
  readonly index: number;
  readonly temperature: number;
  readonly vocabulary: number;
  readonly decision: boolean;
  readonly focusable: boolean;
  readonly onFocus: (index: number) => void;
};

/** One token, tinted by how unlikely it was, underlined below one half. */
export const Token = memo(function Token(props: Props) {
  const { token, index, temperature, vocabulary, decision, focusable, onFocus } = props;
  const { trace: strings } = useStrings(CONTROL_STRINGS);
  const { probability } = useNumbers();
  const { low, high } = chosenProbability(token, temperature, vocabulary);
  const p = (low + high) / 2;
  const special = /^<.*>$/.test(token.text);
  return (
    <span
      className={styles.token}
      data-index={index}
      data-decision={decision || undefined}
      data-unlikely={p < 0.5 || undefined}
      data-special={special || undefined}
      role="button"
      tabIndex={focusable ? 0 : -1}
      aria-label={strings.token(token.text.trim() || strings.lineBreak, probability(p), decision)}
      style={{ '--doubt': `${Math.round(100 * (1 - p))}%` } as React.CSSProperties}
      onFocus={() => onFocus(index)}
      onPointerEnter={() => onFocus(index)}
    >
      <span lang="en">{token.text}</span>
    </span>
  );
});
