import { confidenceBounds } from '../../calibration/confidenceBounds';
import { eceBounds, type EceBounds } from '../../calibration/eceBounds';
import { usableBounds, usableColumns, type DecisionTable } from '../../traces/decisionTable';
import type { Trace } from '../../traces/trace';
import type { Settings } from '../settings';
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

/** `outside`: rows with an option of which nothing is logged; `partly`: others with a surface form that is not. */
export type ImportedEceBounds = EceBounds & {
  readonly outside: number;
  readonly partly: number;
  readonly n: number;
};

/**
 * Between which values the ECE of the table's n usable rows lies; null where every logit is known. Under
 * temperature, scale and bins of the settings, without a calibrator.
 */
export function importedEceBounds(
  table: DecisionTable,
  { temperature, scale, bins, binning, edges }: Settings,
): ImportedEceBounds | null {
  const upper = usableBounds(table);
  if (upper === null) return null;
  const k = table.labels.length;
  const n = table.usable.length;
  const { logits, chosen, correct } = usableColumns(table);
  let [outside, partly] = [0, 0];
  for (let row = 0; row < n; row++) {
    const own = upper.subarray(row * k, (row + 1) * k);
    if (own.some((bound, j) => !Number.isNaN(bound) && logits[row * k + j] === -Infinity))
      outside++;
    else if (own.some((bound) => !Number.isNaN(bound))) partly++;
  }
  if (outside + partly === 0) return null;
  const confidence = confidenceBounds(logits, upper, k, chosen, scale / temperature);
  return { ...eceBounds(confidence, correct, { bins, binning, edges }), outside, partly, n };
}
