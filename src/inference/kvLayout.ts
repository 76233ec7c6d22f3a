/** Shape of one layer's keys or values: [rows, heads, columns, dim], row-major. */
export type KvShape = { readonly heads: number; readonly dim: number };

/** One contiguous run of numbers to copy, in numbers, not bytes. */
export type Span = { readonly from: number; readonly to: number; readonly count: number };

/**
 * The spans that put the last `length` columns of row `row` (of a cache `sourceColumns` wide) right-aligned
 * into row `target` of a cache `targetColumns` wide: one a head.
 */
export function rowSpans(
  shape: KvShape,
  source: { readonly row: number; readonly columns: number; readonly length: number },
  target: { readonly row: number; readonly columns: number },
): Span[] {
  return Array.from({ length: shape.heads }, (_, head) => ({
    from:
      ((source.row * shape.heads + head) * source.columns + source.columns - source.length) *
      shape.dim,
    to:
      ((target.row * shape.heads + head) * target.columns + target.columns - source.length) *
      shape.dim,
    count: source.length * shape.dim,
  }));
}
