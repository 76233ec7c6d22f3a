/** Where the elements of row i of a list lie: from `offsets[i]` to `offsets[i + 1]`. Null for flat columns. */
export type Lists = { readonly offsets: Int32Array | null };

/** NaN where there is no number. */
export type NumberColumn = Lists & { readonly kind: 'numbers'; readonly values: Float64Array };

/** Texts as indexes into the distinct ones; −1 where there is none. */
export type CodeColumn = Lists & {
  readonly kind: 'codes';
  readonly codes: Int32Array;
  readonly texts: readonly string[];
};

/** Many different texts, UTF-8, one after the other: text i from `ends[i − 1]` (0) to `ends[i]`. */
export type PackedTexts = { readonly bytes: Uint8Array; readonly ends: Int32Array };
export type PackedColumn = Lists & { readonly kind: 'packed' } & PackedTexts;
