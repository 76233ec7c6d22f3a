import type { MissingReason } from '../../traces/decision';
import { tokensOf } from './decideImported';
import type { ImportedTrace } from './importedTrace';
import type { ImportSpec } from './importSpec';
import { goldOfTrace, toDecisionRows } from './toDecisionTable';
import { tokenTexts } from './tokenTexts';

/** A decision that the rule found: the text around it, and the option it states (a label). */
export type MatchSample = {
  readonly caseId: string;
  readonly before: string;
  readonly token: string;
  readonly after: string;
  readonly option: string;
};

/** What the current spec makes of the traces. */
export type MatchCount = {
  readonly n: number;
  readonly matched: number;
  readonly missing: Readonly<Partial<Record<MissingReason, number>>>;
  /** Traces with a gold option, and gold values that name no option (the first of them). */
  readonly withGold: number;
  readonly unknownGold: readonly string[];
  /** Matched traces with an option of which nothing is logged: drawn as intervals. */
  readonly bounded: number;
  readonly samples: readonly MatchSample[];
};

const AROUND = 40;

/** How many traces the spec finds a decision in, why not in the others, and some of what it found. */
export function matchCount(
  traces: readonly ImportedTrace[],
  spec: ImportSpec,
  most = 5,
): MatchCount {
  const { options, rows } = toDecisionRows(traces, spec);
  const missing: Partial<Record<MissingReason, number>> = {};
  const unknownGold = new Set<string>();
  const samples: MatchSample[] = [];
  let [matched, withGold, bounded] = [0, 0, 0];
  for (const [i, { caseId, decision, gold }] of rows.entries()) {
    const named = goldOfTrace(traces[i]!, spec);
    if (gold >= 0) withGold++;
    else if (named !== null && unknownGold.size < most) unknownGold.add(String(named).slice(0, 80));
    if (decision.status === 'missing') {
      missing[decision.reason] = (missing[decision.reason] ?? 0) + 1;
      continue;
    }
    matched++;
    const { tokenIndex, bounds, logits, chosen } = decision;
    if (logits.some((z, j) => z === -Infinity && !Number.isNaN(bounds?.[j] ?? NaN))) bounded++;
    if (samples.length >= most) continue;
    const texts = tokenTexts(tokensOf(traces[i]!, spec));
    samples.push({
      caseId,
      before: texts.slice(0, Math.max(tokenIndex, 0)).join('').slice(-AROUND),
      token: texts[tokenIndex] ?? '',
      after:
        tokenIndex < 0
          ? ''
          : texts
              .slice(tokenIndex + 1)
              .join('')
              .slice(0, AROUND),
      option: options[chosen]!.label,
    });
  }
  return {
    n: traces.length,
    matched,
    missing,
    withGold,
    unknownGold: [...unknownGold],
    bounded,
    samples,
  };
}
