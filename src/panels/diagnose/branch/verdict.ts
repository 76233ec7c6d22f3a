import { softmax } from '../../../calibration/scaling';
import type { Subject } from '../../../state/subject';
import type { DiagnoseStrings } from '../../../strings/diagnose/en';
import type { Decision, MissingReason } from '../../../traces/decision';

/** What a trace decided under the current scaling. */
export type Verdict = {
  /** The option's label, null where there is none. */
  readonly label: string | null;
  /** Why there is none. */
  readonly missing: MissingReason | null;
  /** In [0, 1]; NaN without decision. */
  readonly confidence: number;
  /** null where there is no decision or no gold option. */
  readonly right: boolean | null;
};

/** `factor`: α/T. */
export function verdictOf(decision: Decision, subject: Subject, factor: number): Verdict {
  if (decision.status === 'missing')
    return { label: null, missing: decision.reason, confidence: NaN, right: null };
  const { chosen, logits } = decision;
  return {
    label: subject.labels[chosen] ?? '?',
    missing: null,
    confidence: softmax(logits, factor)[chosen] ?? NaN,
    right: subject.gold < 0 ? null : chosen === subject.gold,
  };
}

/** The option, or why there is none. */
export function verdictText({ label, missing }: Verdict, { branch }: DiagnoseStrings): string {
  return missing === null ? (label ?? '?') : branch.missing[missing];
}

export function verdictWord({ right }: Verdict, strings: DiagnoseStrings): string {
  return right === null ? '' : right ? `${strings.right} ✓` : `${strings.wrong} ✗`;
}
