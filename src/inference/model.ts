/**
 * Keys and values of a batch, columns right-aligned: row r's newest token is in the last column of
 * every row. Who holds one releases it, except where a function says that it takes it over.
 */
export interface KvCache {
  readonly rows: number;
  readonly columns: number;
  release(): void;
}

/** One row of a cache and how many of its last columns are real (the rest is padding). */
export type RowSlice = {
  readonly cache: KvCache;
  readonly row: number;
  readonly length: number;
};

/**
 * Tokens for a forward pass of `rows` rows with `columns` new tokens each on top of `past` columns.
 * All arrays are row-major; `ids` and `positions` hold rows × columns, `mask` rows × (past + columns).
 */
export type ForwardInput = {
  readonly rows: number;
  readonly columns: number;
  readonly ids: BigInt64Array;
  readonly positions: BigInt64Array;
  readonly mask: BigInt64Array;
  /** Taken over: released by the call. */
  readonly past: KvCache | null;
  /** Logits are wanted of so many last columns only; left out: of all. A model may give more. */
  readonly keep?: number;
};

export type ForwardOutput = {
  /** rows × logitColumns × vocabSize raw logits. Valid until the next forward pass. */
  readonly logits: Float32Array;
  /** The last columns that have logits; left out: all new ones. */
  readonly logitColumns?: number;
  readonly cache: KvCache;
};

/** A causal language model with a KV cache: what the decode loop needs to know about it. */
export interface CausalModel {
  readonly vocabSize: number;
  readonly contextLength: number;
  forward(input: ForwardInput): Promise<ForwardOutput>;
  /** A new cache of the given rows, each right-aligned in `columns` columns; the sources stay. */
  gather(rows: readonly RowSlice[], columns: number): KvCache;
}
