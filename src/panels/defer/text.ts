import type { Share } from '../../calibration/deferral';
import { showProbability } from '../../charts/logOddsAxis';
import { useLocale } from '../../strings/language';
import type { Locale } from '../../strings/locale';
import { decimalOf, numbersOf } from '../../strings/numbers';

type Ends = { readonly low: number; readonly high: number };

/** Error rate of a share with its interval. */
export function riskOf({ accuracy, low, high }: Share): Ends & { readonly value: number } {
  return { value: 1 - accuracy, low: 1 - high, high: 1 - low };
}

/** How the panel writes its numbers. */
export function textOf(locale: Locale) {
  const { percentFigure } = numbersOf(locale);
  const decimal = (text: string) => decimalOf(locale, text);
  return {
    decimal,
    /** `12.0 – 14.1`, in percent. */
    range: ({ low, high }: Ends) => `${percentFigure(low)} – ${percentFigure(high)}`,
    /** Three decimals with their sign, `−.012`. */
    signed: (value: number) =>
      Number.isFinite(value)
        ? decimal(
            value
              .toFixed(3)
              .replace('-', '−')
              .replace(/^(−?)0/, '$1'),
          )
        : '–',
    /** A probability with the digits that tell it from 0 and 1. */
    tell: (p: number, least?: number) => decimal(showProbability(p, least)),
    /** A cost with three significant digits, trailing zeros among them. */
    cost: (value: number) => {
      if (!Number.isFinite(value)) return '–';
      return decimal(Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3));
    },
  };
}

export const useText = () => textOf(useLocale());
