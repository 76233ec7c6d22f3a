import { numbersOf } from '../strings/numbers';

/** Numbers as English writes them; a panel that speaks the reader's language takes `useNumbers` instead. */
export const { percent, percentFigure, points, probability, megabytes, duration, factor } =
  numbersOf('en');

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
