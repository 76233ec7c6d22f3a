import type { DecisionTable } from '../../traces/decisionTable';
import { reliability } from '../reliability';
import type { Settings } from '../settings';
import type { Columns } from './job';

/**
 * What the statistics need of tables that may hold the same cases: cases are numbered alike in all of them, in the order
 * in which they first occur. A table whose cases come in another order is put in that one.
 */
export function columnsOf(tables: readonly DecisionTable[], settings: Settings): Columns[] {
  const numbers = new Map<string, number>();
  return tables.map((table) => {
    const { rows, confidence, correct } = reliability(table, settings);
    const cases = Array.from(rows, (row) => {
      const id = table.caseIds[row]!;
      const number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number);
      return number;
    });
    const order = cases.map((_, i) => i).sort((a, b) => cases[a]! - cases[b]!);
    return {
      confidence: Float64Array.from(order, (i) => confidence[i]!),
      correct: Uint8Array.from(order, (i) => correct[i]!),
      cases: Int32Array.from(order, (i) => cases[i]!),
    };
  });
}

/** Cases that both decided, and the share of them in which both chose the same option. */
export function agreementOf(a: DecisionTable, b: DecisionTable): { n: number; share: number } {
  const chosen = new Map(Array.from(a.usable, (row) => [a.caseIds[row], a.chosen[row]]));
  let [n, same] = [0, 0];
  for (const row of b.usable) {
    const other = chosen.get(b.caseIds[row]);
    if (other === undefined) continue;
    n++;
    if (other === b.chosen[row]) same++;
  }
  return { n, share: same / n };
}
