/** Cells of a histogram of shares: [0, 5) … [90, 95), [95, 100] percent. */
export const PREDICTION_CELLS = 20;

/** Cell of a share in [0, 1]. */
export function predictionCell(share: number): number {
  return Math.min(PREDICTION_CELLS - 1, Math.floor(share * PREDICTION_CELLS));
}

/** How many of the shares fall in each cell. */
export function predictionCounts(shares: readonly number[]): number[] {
  const counts = new Array<number>(PREDICTION_CELLS).fill(0);
  for (const share of shares) counts[predictionCell(share)]!++;
  return counts;
}
