/**
 * Pearson's correlation of two columns of the same n numbers, in [−1, 1]. NaN where one of them does not vary, or for
 * n < 2. Throws RangeError for lengths that differ.
 */
export function correlation(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`correlation: ${n} numbers and ${y.length}`);
  let [meanX, meanY] = [0, 0];
  for (let i = 0; i < n; i++) {
    meanX += x[i]! / n;
    meanY += y[i]! / n;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // A column of equal numbers varies by rounding only.
  const still = (square: number, mean: number) => square <= n * (8 * Number.EPSILON * mean) ** 2;
  if (n < 2 || still(xx, meanX) || still(yy, meanY)) return NaN;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}
