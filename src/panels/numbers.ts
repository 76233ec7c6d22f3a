const NONE = '–';

/** Share in [0, 1] as percent with one decimal, `44.2 %`; a dash for what is undefined. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${percentFigure(share)} %` : NONE;
}

/** Share in [0, 1] in percent with one decimal, for columns that name the unit. */
export function percentFigure(share: number): string {
  return Number.isFinite(share) ? (100 * share).toFixed(1).replace('-', '−') : NONE;
}

/** A difference of shares in points with its sign, `+1.2`; what rounds to 0 has none. */
export function points(difference: number): string {
  if (!Number.isFinite(difference)) return NONE;
  const figure = Math.abs(100 * difference).toFixed(1);
  return figure === '0.0' ? figure : `${difference < 0 ? '−' : '+'}${figure}`;
}

/** A probability with three decimals; never rounded to 0 or 1 that it is not. */
export function probability(p: number): string {
  if (!Number.isFinite(p)) return NONE;
  if (p > 0 && p < 0.0005) return '<.001';
  if (p < 1 && p > 0.9995) return '>.999';
  return p.toFixed(3).replace(/^0/, '');
}

/** A probability down to the smallest: three decimals, below .001 as `3.2 × 10⁻⁵`. */
export function tinyProbability(p: number): string {
  if (!(p > 0) || p >= 0.001) return probability(p);
  const [digits, exponent] = p.toExponential(1).split('e');
  const raised = exponent!.replace(
    /./g,
    (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)] ?? '',
  );
  return `${digits!} × 10${raised}`;
}

/** Bytes as megabytes, `6.1 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Seconds as `4 s` or `2 min 05 s`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** A factor such as a temperature with three significant digits, without trailing zeros. */
export function factor(value: number): string {
  return String(Number(value.toPrecision(3)));
}
