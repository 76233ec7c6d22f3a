/**
 * The order in which sequences start: as given from one window to the next, longest first within a window,
 * so that neighbours pad each other little while what is finished at any time stays a fair sample of the
 * sequences given first. Returns their indices.
 */
export function startOrder(lengths: readonly number[], window: number): number[] {
  return lengths
    .map((length, index) => ({ length, index, window: Math.floor(index / window) }))
    .sort((a, b) => a.window - b.window || b.length - a.length || a.index - b.index)
    .map(({ index }) => index);
}
