import { softmax } from '../../../calibration/scaling';
import type { Subject } from '../../../state/subject';
import type { Decision, MissingReason } from '../../../traces/decision';

const MISSING: Readonly<Record<MissingReason, string>> = {
  'no-decision': 'no decision',
  'not-an-option': 'no option',
  'cut-off': 'cut off',
  'no-probability': 'no probability logged',
};

/** What a trace decided under the current scaling, ready to be written. */
export type Verdict = {
  /** The option's label, or why there is none. */
  readonly decision: string;
  readonly found: boolean;
  /** In [0, 1]; NaN without decision. */
  readonly confidence: number;
  /** null where there is no decision or no gold option. */
  readonly right: boolean | null;
};

/** `factor`: α/T. */
export function verdictOf(decision: Decision, subject: Subject, factor: number): Verdict {
  if (decision.status === 'missing')
    return { decision: MISSING[decision.reason], found: false, confidence: NaN, right: null };
  const { chosen, logits } = decision;
  return {
    decision: subject.labels[chosen] ?? '?',
    found: true,
    confidence: softmax(logits, factor)[chosen] ?? NaN,
    right: subject.gold < 0 ? null : chosen === subject.gold,
  };
}

export function verdictWord({ right }: Verdict): string {
  return right === null ? '' : right ? 'right ✓' : 'wrong ✗';
}
