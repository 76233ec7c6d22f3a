import type { DecisionTable } from '../../traces/decisionTable';
import { idsOf, type DecisionColumns } from './decisionColumns';

type Numbers = Omit<DecisionTable, 'caseIds'>;
type Ids = Pick<DecisionColumns, 'ids' | 'n'>;

/** A decision table as it goes from worker to page: ids as bytes where they came as such. */
export type PackedTable = {
  readonly table: Numbers;
  readonly ids: readonly string[] | Ids;
};

/** A table whose ids become texts when they are first asked for: a million texts cost more than the numbers. */
export function withLazyIds(table: Numbers, ids: Ids): DecisionTable {
  let texts: string[] | null = null;
  return Object.defineProperty({ ...table } as DecisionTable, 'caseIds', {
    enumerable: true,
    get: () => (texts ??= idsOf(ids)),
  });
}

/** The table for the way; `columns` are what it was made of, null where it was made of traces. */
export function packTable(made: DecisionTable, columns: Ids | null): PackedTable {
  // Not by spreading: that would ask for the ids.
  const { provenance, task, labels, logits, bound, chosen, gold } = made;
  const { optionMass, posterior, missing, usable } = made;
  const table = {
    ...{ provenance, task, labels, logits, chosen, gold, optionMass, posterior, missing, usable },
    ...(bound === undefined ? {} : { bound }),
  };
  const ids = columns === null ? made.caseIds : { ids: columns.ids, n: columns.n };
  return { table, ids };
}

export function unpackTable({ table, ids }: PackedTable): DecisionTable {
  return 'n' in ids ? withLazyIds(table, ids) : { ...table, caseIds: ids };
}
