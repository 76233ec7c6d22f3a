import { rowId } from './record';
import type { MissingReason } from '../../traces/decision';

/** Texts of n rows as UTF-8, one after the other: row i ends at `ends[i]`. */
export type PackedIds = { readonly bytes: Uint8Array; readonly ends: Int32Array };

export const REASONS: readonly MissingReason[] = [
  'no-decision',
  'not-an-option',
  'cut-off',
  'no-probability',
];

/**
 * Recorded decisions of n rows as columns, K options each: what a Parquet file holds, before the user's spec. Nothing
 * in it grows with a row but numbers.
 */
export type DecisionColumns = {
  readonly n: number;
  readonly labels: readonly string[];
  /** n × K, row-major; −Infinity: no probability. */
  readonly logits: Float64Array;
  /** n × K, NaN where the logit is exact; null where all are. See `FoundDecision.bounds`. */
  readonly bounds: Float64Array | null;
  /** Index of the option, −1 in a row without decision; `reasons` then holds an index of `REASONS`. */
  readonly chosen: Int8Array;
  readonly reasons: Uint8Array;
  /** Index into `goldNames`, −1 where there is none. */
  readonly gold: Int32Array;
  readonly goldNames: readonly string[];
  /** NaN where unknown. */
  readonly optionMass: Float64Array;
  /** n × K, NaN where unknown; null where nowhere. */
  readonly posterior: Float64Array | null;
  /** Null: rows are named by their numbers. */
  readonly ids: PackedIds | null;
  readonly task: string;
  readonly model: string;
};

const decoder = new TextDecoder();

/** The ids as texts; `row-1`, `row-2` … where a file has none, like rows of other formats. */
export function idsOf({ ids, n }: Pick<DecisionColumns, 'ids' | 'n'>): string[] {
  const result = new Array<string>(n);
  if (ids === null) {
    for (let i = 0; i < n; i++) result[i] = rowId(i + 1);
    return result;
  }
  const { bytes, ends } = ids;
  const whole = decoder.decode(bytes);
  // As many characters as bytes: all are ASCII, and a place in the bytes is one in the text.
  const ascii = whole.length === bytes.length;
  for (let i = 0, from = 0; i < n; i++) {
    const to = ends[i]!;
    const text = ascii ? whole.slice(from, to) : decoder.decode(bytes.subarray(from, to));
    result[i] = text === '' ? rowId(i + 1) : text;
    from = to;
  }
  return result;
}
