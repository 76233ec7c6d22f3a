/** Smallest bandwidth that the search trusts, and points of the coarsest mesh: those of relplot. */
const SMALLEST = 0.001;
const MESH = 200;

/** Gaussian weights beyond this many standard deviations (relative size below 1e-18) are left out. */
const REACH = 9.2;

/**
 * Smooth ECE: residuals smoothed by a reflected Gaussian kernel whose bandwidth σ* is where the error equals σ, found by ten
 * bisections; evaluated on a mesh. In [0, 1]; NaN for n = 0.
 * Source: Błasiok & Nakkiran 2023. The grid is relplot's, because the number depends on it.
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
  const [smoothResidual, smoothDensity] = [smooth(residual, sigma), smooth(density, sigma)];
  const points = Math.max(Math.round(10 / sigma), MESH);
  let [error, mass] = [0, 0];
  for (let i = 0; i < points; i++) {
    const t = i / (points - 1);
    error += Math.abs(interpolate(smoothResidual, t));
    mass += interpolate(smoothDensity, t) + 1e-4;
  }
  return error / mass;
}

function smooth(values: Float64Array, sigma: number): Float64Array {
  const last = values.length - 1;
  const half = values.length >> 1;
  const kernel = new Float64Array(values.length).map(
    (_, q) =>
      Math.exp(-((q / last - 0.5) ** 2) / (2 * sigma * sigma)) / (Math.sqrt(2 * Math.PI) * sigma),
  );
  const reach = Math.ceil(REACH * sigma * last);
  const from = Math.max(0, half - reach);
  const to = Math.min(last, half + reach);
  // Mirrored at both ends, so that the loop below needs no case.
  const mirrored = new Float64Array(3 * last + 1).map((_, i) => {
    const at = Math.abs(i - last);
    return values[at > last ? 2 * last - at : at]!;
  });
  return values.map((_, j) => {
    let sum = 0;
    for (let q = from; q <= to; q++) sum += kernel[q]! * mirrored[last + j + half - q]!;
    return sum;
  });
}

function interpolate(values: Float64Array, t: number): number {
  const position = t * (values.length - 1);
  const cell = Math.min(Math.floor(position), values.length - 2);
  const right = position - cell;
  return values[cell]! * (1 - right) + values[cell + 1]! * right;
}
