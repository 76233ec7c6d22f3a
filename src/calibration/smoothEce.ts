/** Smallest bandwidth that the search trusts, and points of the coarsest mesh: those of relplot. */
const SMALLEST = 0.001;
const MESH = 200;

/**
 * Gaussian weights beyond this many standard deviations (relative size below 1e-18) are left out.
 */
const REACH = 9.2;

/**
 * Smooth ECE: residuals smoothed by a reflected Gaussian kernel whose bandwidth σ* is where the
 * error equals σ, found by ten bisections; evaluated on a mesh. In [0, 1]; NaN for n = 0. Source:
 * Błasiok & Nakkiran 2023. The grid is relplot's, because the number depends on it.
 */
export function smoothEce(
  confidence: Float64Array,
  correct: Uint8Array,
): { value: number; bandwidth: number } {
  if (confidence.length === 0) return { value: Number.NaN, bandwidth: Number.NaN };
  const at = (sigma: number): number => smoothEceAt(confidence, correct, sigma);
  let [above, below] = [1, 0];
  for (let step = 0; step < 10; step++) {
    const middle = (above + below) / 2;
    if (middle < SMALLEST || middle < at(middle)) below = middle;
    else above = middle;
  }
  return { value: at(above), bandwidth: above };
}

/** Smooth ECE at a fixed bandwidth `sigma` ∈ (0, 1]. */
export function smoothEceAt(confidence: Float64Array, correct: Uint8Array, sigma: number): number {
  const cells = Math.floor(Math.max(2000, Math.round(20 / sigma)) / 2) + 1;
  const residual = new Float64Array(cells);
  const density = new Float64Array(cells);
  for (let i = 0; i < confidence.length; i++) {
    const position = confidence[i]! * (cells - 1);
    const cell = Math.min(Math.floor(position), cells - 2);
    const right = position - cell;
    const off = confidence[i]! - correct[i]!;
    residual[cell]! += (1 - right) * off;
    residual[cell + 1]! += right * off;
    density[cell]! += 1 - right;
    density[cell + 1]! += right;
  }
  const smoothed = smoother(residual, density, sigma);
  const points = Math.max(Math.round(10 / sigma), MESH);
  let [error, mass] = [0, 0];
  for (let i = 0; i < points; i++) {
    const position = (i / (points - 1)) * (cells - 1);
    const cell = Math.min(Math.floor(position), cells - 2);
    const right = position - cell;
    const [left, next] = [smoothed(cell), smoothed(cell + 1)];
    error += Math.abs(left.residual * (1 - right) + next.residual * right);
    mass += left.density * (1 - right) + next.density * right + 1e-4;
  }
  return error / mass;
}

/**
 * Both columns convolved with the Gaussian, at one cell at a time: the mesh needs fewer cells than
 * there are.
 */
function smoother(
  residual: Float64Array,
  density: Float64Array,
  sigma: number,
): (cell: number) => { residual: number; density: number } {
  const last = residual.length - 1;
  const half = residual.length >> 1;
  const reach = Math.ceil(REACH * sigma * last);
  const from = Math.max(0, half - reach);
  const to = Math.min(last, half + reach);
  const kernel = new Float64Array(to - from + 1).map(
    (_, q) =>
      Math.exp(-(((from + q) / last - 0.5) ** 2) / (2 * sigma * sigma)) /
      (Math.sqrt(2 * Math.PI) * sigma),
  );
  const [r, d] = [mirror(residual), mirror(density)];
  let [memory, value] = [-1, { residual: 0, density: 0 }];
  return (cell) => {
    if (cell === memory) return value;
    memory = cell;
    let sumR = 0;
    let sumD = 0;
    const start = last + cell + half - from;
    for (let q = 0; q < kernel.length; q++) {
      sumR += kernel[q]! * r[start - q]!;
      sumD += kernel[q]! * d[start - q]!;
    }
    value = { residual: sumR, density: sumD };
    return value;
  };
}

/** Mirrored at both ends. */
function mirror(values: Float64Array): Float64Array {
  const last = values.length - 1;
  return new Float64Array(3 * last + 1).map((_, i) => {
    const at = Math.abs(i - last);
    return values[at > last ? 2 * last - at : at]!;
  });
}
