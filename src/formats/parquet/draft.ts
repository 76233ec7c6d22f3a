import type { DecisionColumns, PackedIds } from '../import/decisionColumns';

/** Decision columns while they are filled. */
export type Draft = Omit<DecisionColumns, 'ids' | 'task' | 'model'>;

type Rows = Float64Array | Int32Array | Int8Array | Uint8Array;

/** The rows of a column that are not among `bad`, `k` numbers each. */
function without<T extends Rows>(column: T, k: number, bad: ReadonlySet<number>): T {
  const result = column.slice() as T;
  let at = 0;
  for (let row = 0; row < column.length / k; row++) {
    if (bad.has(row)) continue;
    if (at !== row * k) result.set(column.subarray(row * k, (row + 1) * k), at);
    at += k;
  }
  return result.slice(0, at) as T;
}

function idsWithout({ bytes, ends }: PackedIds, bad: ReadonlySet<number>): PackedIds {
  const kept = new Int32Array(ends.length - bad.size);
  const own = new Uint8Array(bytes.length);
  let [at, row, from] = [0, 0, 0];
  for (const [i, end] of ends.entries()) {
    if (!bad.has(i)) {
      own.set(bytes.subarray(from, end), at);
      at += end - from;
      kept[row++] = at;
    }
    from = end;
  }
  return { bytes: own.slice(0, at), ends: kept };
}

/** The columns without some rows. */
export function dropRows(
  draft: Draft,
  ids: PackedIds | null,
  bad: ReadonlySet<number>,
): Draft & Pick<DecisionColumns, 'ids'> {
  const own = ids === null ? null : { bytes: ids.bytes, ends: ids.ends };
  if (bad.size === 0) return { ...draft, ids: own };
  const k = draft.labels.length;
  const { logits, bounds, chosen, reasons, gold, optionMass, posterior } = draft;
  return {
    ...draft,
    n: draft.n - bad.size,
    logits: without(logits, k, bad),
    bounds: bounds === null ? null : without(bounds, k, bad),
    chosen: without(chosen, 1, bad),
    reasons: without(reasons, 1, bad),
    gold: without(gold, 1, bad),
    optionMass: without(optionMass, 1, bad),
    posterior: posterior === null ? null : without(posterior, k, bad),
    ids: own === null ? null : idsWithout(own, bad),
  };
}
