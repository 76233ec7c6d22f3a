import type { TracedCase } from '../../formats/traceLine';
import { decisionTable, type DecisionRow } from '../../traces/decisionTable';
import type { Decision } from '../../traces/decision';
import type { Provenance, Trace } from '../../traces/trace';
import type { Imported } from '../import/imported';
import type { Subject } from '../subject';
import type { Pair } from './gather';

/** A trace with its case and its place among the rollouts. */
export type Collected = Pair & { readonly trace: Trace };

/** Labels of one table for cases of any options: theirs where all have the same, else letters by their place. */
export function labelsOf(cases: readonly TracedCase[]): readonly string[] {
  const first = cases[0]?.options ?? [];
  const same = cases.every(({ options }) => options.join('\n') === first.join('\n'));
  if (same) return first;
  const most = Math.max(...cases.map(({ options }) => options.length));
  return Array.from({ length: most }, (_, i) => String.fromCharCode(65 + i));
}

/** The decision among `k` options: those that its case lacks are out of the question. */
function widened(decision: Decision, k: number): Decision {
  if (decision.status === 'missing' || decision.logits.length === k) return decision;
  const lacking = k - decision.logits.length;
  const pad = (values: readonly number[], value: number) => [
    ...values,
    ...Array<number>(lacking).fill(value),
  ];
  const { bounds } = decision;
  return {
    ...decision,
    logits: pad(decision.logits, -Infinity),
    ...(bounds !== undefined && { bounds: pad(bounds, NaN) }),
  };
}

function subjectOfTraced(instance: TracedCase): Subject {
  const { id, task, prompt, options, optionTexts = options, gold, posterior = null } = instance;
  return {
    ...{ id, task, prompt, labels: options, optionTexts, posterior, edited: false },
    gold: gold === null ? -1 : options.indexOf(gold),
  };
}

/**
 * The decisions of collected traces as the page shows those of a file, a row a rollout; cases with their
 * prompts, and the first rollout of each with its tokens.
 */
export function importedOf(
  name: string,
  task: string,
  provenance: Provenance,
  collected: readonly Collected[],
): Imported {
  const cases = new Map(collected.map((item) => [item.case.id, item.case]));
  const labels = labelsOf([...cases.values()]);
  const traces = new Map<string, Trace>();
  const ordered = [...collected].sort((a, b) => a.rollout - b.rollout);
  const rows = ordered.map(({ case: instance, trace }): DecisionRow => {
    if (!traces.has(instance.id)) traces.set(instance.id, trace);
    const { gold, posterior } = subjectOfTraced(instance);
    return {
      caseId: instance.id,
      decision: widened(trace.decision, labels.length),
      gold,
      posterior: posterior?.length === labels.length ? posterior : null,
    };
  });
  return {
    name,
    collected: true,
    table: decisionTable(provenance, task, labels, rows),
    traceOf: (caseId) => Promise.resolve(traces.get(caseId) ?? null),
    subjectOf: (caseId) => {
      const found = cases.get(caseId);
      return found === undefined ? null : subjectOfTraced(found);
    },
  };
}
