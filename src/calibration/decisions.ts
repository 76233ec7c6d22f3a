/** A column of small whole numbers, one a row. */
export type IndexColumn = Uint8Array | Uint16Array | Uint32Array;

/**
 * The numeric columns of a decision table, one row a decision. `logits`: n·k option logits,
 * row-major, float64; −Infinity marks an option without probability, and fills rows that have fewer
 * than k options. `chosen`, `gold`: option indices. `optionCounts`: options of each row where not
 * all have k.
 */
export type Decisions = {
  logits: Float64Array;
  k: number;
  chosen: IndexColumn;
  gold: IndexColumn;
  optionCounts?: IndexColumn;
};

/** Outcomes: 1 where the chosen option is the gold one, else 0. */
export function correctOf({ chosen, gold }: Pick<Decisions, 'chosen' | 'gold'>): Uint8Array {
  return Uint8Array.from(chosen, (option, row) => (option === gold[row] ? 1 : 0));
}

/** The number of options of a row. */
export function optionCount(decisions: Decisions, row: number): number {
  return decisions.optionCounts?.[row] ?? decisions.k;
}

/** The given rows, in the given order, repeated where they repeat. */
export function takeRows(decisions: Decisions, rows: ArrayLike<number>): Decisions {
  const { k, logits, optionCounts } = decisions;
  const taken = new Float64Array(rows.length * k);
  for (let i = 0; i < rows.length; i++)
    taken.set(logits.subarray(rows[i]! * k, (rows[i]! + 1) * k), i * k);
  const column = (values: IndexColumn): Uint32Array =>
    Uint32Array.from({ length: rows.length }, (_, i) => values[rows[i]!]!);
  return {
    logits: taken,
    k,
    chosen: column(decisions.chosen),
    gold: column(decisions.gold),
    ...(optionCounts === undefined ? {} : { optionCounts: column(optionCounts) }),
  };
}
