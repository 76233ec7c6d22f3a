import type { Decisions } from '../../calibration/decisions';
import { takeRows } from '../../calibration/decisions';
import type { DecisionRow } from './row';

/**
 * The numeric columns of a file. `posterior`: n·k where every row tells it, else null; `mass`: NaN
 * where not told.
 */
export type Table = {
  decisions: Decisions;
  /** n·k, NaN where a logit is exact; null where all are. See `confidenceBounds`. */
  bounds: Float64Array | null;
  posterior: Float64Array | null;
  mass: Float64Array;
  missing: Record<string, number>;
  /** The case of each row, and how many rows the file has with those that are left out; null where nobody asks. */
  cases: { readonly ids: readonly string[]; readonly rows: number } | null;
};

/**
 * A column that grows by doubling: ten numbers cost eighty bytes, ten million cost eighty
 * megabytes.
 */
class Column {
  private values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float64Array(2 * this.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = value;
  }

  /** Rows of the given lengths, padded to k numbers each. */
  padded(counts: Float64Array, k: number, filler: number): Float64Array {
    const result = new Float64Array(counts.length * k).fill(filler);
    let from = 0;
    for (const [row, count] of counts.entries()) {
      result.set(this.values.subarray(from, from + count), row * k);
      from += count;
    }
    return result;
  }

  view(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}

/** Gathers rows one by one; `withCases`: also their cases. */
export function createTable(withCases = false): {
  add: (
    row: Omit<DecisionRow, 'bounds' | 'caseId'> & Partial<Pick<DecisionRow, 'bounds' | 'caseId'>>,
  ) => void;
  miss: (reason: string) => void;
  finish: () => Table;
} {
  const [logits, bounds, posterior, counts, chosen, gold, mass] = Array.from(
    { length: 7 },
    () => new Column(),
  ) as [Column, Column, Column, Column, Column, Column, Column];
  const missing: Record<string, number> = {};
  const ids: string[] = [];
  let [withPosterior, left] = [0, 0];
  return {
    add(row) {
      for (const z of row.logits) logits.push(z);
      for (let j = 0; j < row.logits.length; j++) bounds.push(row.bounds?.[j] ?? NaN);
      for (const q of row.posterior ?? []) posterior.push(q);
      if (row.posterior !== null) withPosterior++;
      counts.push(row.logits.length);
      chosen.push(row.chosen);
      gold.push(row.gold);
      mass.push(row.mass);
      if (withCases) ids.push(row.caseId ?? '');
    },
    miss(reason) {
      left++;
      missing[reason] = (missing[reason] ?? 0) + 1;
    },
    finish() {
      const sizes = counts.view();
      const k = sizes.reduce((a, b) => Math.max(a, b), 1);
      const ragged = sizes.some((size) => size !== k);
      return {
        decisions: {
          logits: logits.padded(sizes, k, -Infinity),
          k,
          chosen: Uint16Array.from(chosen.view()),
          gold: Uint16Array.from(gold.view()),
          ...(ragged ? { optionCounts: Uint16Array.from(sizes) } : {}),
        },
        bounds: bounds.view().every(Number.isNaN) ? null : bounds.padded(sizes, k, NaN),
        posterior:
          withPosterior === sizes.length && withPosterior > 0
            ? posterior.padded(sizes, k, 0)
            : null,
        mass: mass.view(),
        missing,
        cases: withCases ? { ids, rows: ids.length + left } : null,
      };
    },
  };
}

/** The given rows of a table; what is missing stays counted. */
export function selectRows(table: Table, rows: ArrayLike<number> & Iterable<number>): Table {
  const { k } = table.decisions;
  const take = (column: Float64Array | null) => {
    if (column === null) return null;
    const taken = new Float64Array(rows.length * k);
    for (const [i, row] of Array.from(rows).entries())
      taken.set(column.subarray(row * k, (row + 1) * k), i * k);
    return taken;
  };
  return {
    decisions: takeRows(table.decisions, rows),
    bounds: take(table.bounds),
    posterior: take(table.posterior),
    mass: Float64Array.from(rows, (row) => table.mass[row]!),
    missing: table.missing,
    cases: null,
  };
}
