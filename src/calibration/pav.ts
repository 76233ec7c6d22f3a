/** Points (x ascending and distinct, mean of y at x, number of rows at x). */
export type Points = { x: Float64Array; y: Float64Array; weight: Float64Array };

/**
 * Rows pooled where x is equal, x ascending; y is the mean of the pooled rows. `x` must be sorted.
 */
export function poolTies(x: Float64Array, y: ArrayLike<number>): Points {
  const pooled: { x: number; y: number; weight: number }[] = [];
  for (let i = 0; i < x.length; i++) {
    const last = pooled.at(-1);
    if (last?.x === x[i]!) {
      last.y += y[i]!;
      last.weight++;
    } else pooled.push({ x: x[i]!, y: y[i]!, weight: 1 });
  }
  return {
    x: Float64Array.from(pooled, (p) => p.x),
    y: Float64Array.from(pooled, (p) => p.y / p.weight),
    weight: Float64Array.from(pooled, (p) => p.weight),
  };
}

/**
 * Pool adjacent violators: the non-decreasing sequence closest to `y` in weighted squares. Keeps
 * the weighted mean, and leaves a non-decreasing sequence as it is.
 */
export function poolAdjacentViolators(y: Float64Array, weight: Float64Array): Float64Array {
  const n = y.length;
  const [means, weights, ends] = [new Float64Array(n), new Float64Array(n), new Uint32Array(n)];
  let top = -1;
  for (let i = 0; i < n; i++) {
    top++;
    means[top] = y[i]!;
    weights[top] = weight[i]!;
    while (top > 0 && means[top - 1]! > means[top]!) {
      const total = weights[top - 1]! + weights[top]!;
      means[top - 1] = (means[top - 1]! * weights[top - 1]! + means[top]! * weights[top]!) / total;
      weights[top - 1] = total;
      top--;
    }
    ends[top] = i + 1;
  }
  const fitted = new Float64Array(n);
  for (let block = 0; block <= top; block++)
    fitted.fill(means[block]!, block === 0 ? 0 : ends[block - 1], ends[block]);
  return fitted;
}
