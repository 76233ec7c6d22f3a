import type { DecisionTable } from '../../traces/decisionTable';
import type { Trace } from '../../traces/trace';
import type { Subject } from '../subject';

/** Decisions of a file or a model of the user's own, and where their traces are. */
export type Imported = {
  /** Name of the file, or of the model. */
  readonly name: string;
  /** Asked of a model in this page; absent for a file. */
  readonly collected?: true;
  readonly table: DecisionTable;
  /** The trace of a case, null where the file has none. Rejects when its reader has ended. */
  readonly traceOf: (caseId: string) => Promise<Trace | null>;
  /** The case with its prompt, where that is known. */
  readonly subjectOf?: (caseId: string) => Subject | null;
};

/** A case; where its prompt is not known, what its row says of it. Null where the table has no such case. */
export function importedSubject(imported: Imported, caseId: string): Subject | null {
  const known = imported.subjectOf?.(caseId) ?? null;
  if (known !== null) return known;
  const { table } = imported;
  const row = table.caseIds.indexOf(caseId);
  if (row < 0) return null;
  const { labels, gold, task } = table;
  const posterior = table.posterior.subarray(row * labels.length, (row + 1) * labels.length);
  return {
    id: caseId,
    task,
    prompt: '',
    labels,
    optionTexts: labels,
    gold: gold[row]!,
    posterior: posterior.some(Number.isNaN) ? null : [...posterior],
    edited: false,
  };
}
