import type { DecisionTable } from '../../traces/decisionTable';
import { columnsCount, columnsRows, columnsTable } from './columnsTable';
import type { ImportSpec } from './importSpec';
import { matchCount, type MatchCount } from './matchCount';
import type { ImportResult } from './readImport';
import { suggestSpec } from './suggestSpec';
import { toDecisionRows, toDecisionTable, type ImportedRows } from './toDecisionTable';

type Read = Pick<ImportResult, 'traces' | 'columns'>;

/** What to begin with; see `suggestSpec`. Columns hold recorded decisions with their options. */
export function specFor({ traces, columns }: Read): ImportSpec {
  if (columns === null) return suggestSpec(traces);
  const [rule, part] = [{ kind: 'recorded' }, 'completion'] as const;
  return { options: null, rule, part, gold: null, temperature0: null };
}

/** The decision table of what was read; see `toDecisionTable`. */
export function tableOf({ traces, columns }: Read, spec: ImportSpec): DecisionTable {
  return columns === null ? toDecisionTable(traces, spec) : columnsTable(columns, spec).table;
}

/** Its rows one by one, for writers; see `toDecisionRows`. */
export function rowsOf({ traces, columns }: Read, spec: ImportSpec): ImportedRows {
  return columns === null ? toDecisionRows(traces, spec) : columnsRows(columns, spec);
}

/** What the spec makes of it; see `matchCount`. */
export function countOf({ traces, columns }: Read, spec: ImportSpec, most = 5): MatchCount {
  return columns === null ? matchCount(traces, spec, most) : columnsCount(columns, spec, most);
}
