import type { Share } from '../../calibration/deferral';
import { percent, percentFigure } from '../numbers';

type Ends = { readonly low: number; readonly high: number };

/** `12.0 – 14.1`, in percent. */
export const range = ({ low, high }: Ends): string =>
  `${percentFigure(low)} – ${percentFigure(high)}`;

/** Three decimals with their sign, `−.012`. */
export const signed = (value: number): string =>
  Number.isFinite(value)
    ? value
        .toFixed(3)
        .replace('-', '−')
        .replace(/^(−?)0/, '$1')
    : '–';

/** Error rate of a share with its interval. */
export function riskOf({ accuracy, low, high }: Share): Ends & { readonly value: number } {
  return { value: 1 - accuracy, low: 1 - high, high: 1 - low };
}

/** `17.9 % wrong (95 % interval 14.0 – 22.5)`, or that there is none. */
export function wrongIn(share: Share): string {
  if (share.n === 0) return 'none of them, so nothing is known of its errors';
  const risk = riskOf(share);
  return `${percent(risk.value)} of them wrong (95 % interval ${range(risk)})`;
}

/** A cost with three significant digits, trailing zeros among them. */
export function cost(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
