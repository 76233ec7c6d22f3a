import type { Locale } from './locale';

const NONE = '–';

/** Forms of a counted word: `other` where a language needs no further one. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** Numbers as a language writes them. A dash stands for what is undefined, `−` for minus. */
export type Numbers = {
  /** Share in [0, 1] as percent with one decimal, `44.2 %`. */
  readonly percent: (share: number) => string;
  /** The same without the unit, for columns that name it. */
  readonly percentFigure: (share: number) => string;
  /** A difference of shares in points with its sign, `+1.2`; what rounds to 0 has none. */
  readonly points: (difference: number) => string;
  /** A probability with three decimals; never rounded to 0 or 1 that it is not. */
  readonly probability: (p: number) => string;
  /** A probability down to the smallest: three decimals, below .001 as `3.2 × 10⁻⁵`. */
  readonly tiny: (p: number) => string;
  /** A number around 0 with its sign and three decimals, `+.012`. */
  readonly signed: (value: number) => string;
  /** `digits` decimals, no more and no less. */
  readonly fixed: (value: number, digits: number) => string;
  /** A factor such as a temperature with three significant digits, without trailing zeros. */
  readonly factor: (value: number) => string;
  /** Bytes as megabytes, `6.1 MB`. */
  readonly megabytes: (bytes: number) => string;
  /** Seconds as `4 s` or `2 min 05 s`. */
  readonly duration: (seconds: number) => string;
  /** The number and the form of the word that goes with it, `1 case`, `2 cases`. */
  readonly counted: (n: number, forms: Forms) => string;
};

const raised = (exponent: string) =>
  exponent.replace(/./g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)] ?? '');

function make(locale: Locale): Numbers {
  let plural: Intl.PluralRules | null = null;
  const formats = new Map<string, Intl.NumberFormat>();
  /** Of a number in plain decimal digits: rounding is ours, the same in every language. */
  const write = (decimal: string) => {
    // What Intl writes as well, without the tenth of a second that a phone takes to set it up before the first diagram.
    if (locale === 'en' && /^-?\d+(\.\d+)?$/.test(decimal)) return decimal.replace('-', '−');
    const digits = decimal.split('.')[1]?.length ?? 0;
    const format =
      formats.get(String(digits)) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: false,
      });
    formats.set(String(digits), format);
    return format.format(Number(decimal)).replace('-', '−');
  };
  const fixed = (value: number, digits: number) =>
    Number.isFinite(value) ? write(value.toFixed(digits)) : NONE;
  const percentFigure = (share: number) => fixed(100 * share, 1);
  // English sets a probability without its zero.
  const bare = (text: string) => (locale === 'en' ? text.replace(/^0/, '') : text);
  const probability = (p: number) => {
    if (p > 0 && p < 0.0005) return `<${bare(fixed(0.001, 3))}`;
    if (p < 1 && p > 0.9995) return `>${bare(fixed(0.999, 3))}`;
    return bare(fixed(p, 3));
  };
  return {
    percentFigure,
    percent: (share) => (Number.isFinite(share) ? `${percentFigure(share)} %` : NONE),
    points: (difference) => {
      if (!Number.isFinite(difference)) return NONE;
      const figure = fixed(Math.abs(100 * difference), 1);
      if (Math.abs(100 * difference).toFixed(1) === '0.0') return figure;
      return `${difference < 0 ? '−' : '+'}${figure}`;
    },
    probability,
    tiny: (p) => {
      if (!(p > 0) || p >= 0.001) return probability(p);
      const [digits, exponent] = p.toExponential(1).split('e');
      return `${write(digits!)} × 10${raised(exponent!)}`;
    },
    signed: (value) =>
      Number.isFinite(value) ? `${value < 0 ? '−' : '+'}${bare(fixed(Math.abs(value), 3))}` : NONE,
    fixed,
    factor: (value) => {
      const rounded = String(Number(value.toPrecision(3)));
      return /^-?\d+(\.\d+)?$/.test(rounded) ? write(rounded) : rounded;
    },
    megabytes: (bytes) => `${fixed(bytes / 1e6, 1)} MB`,
    duration: (seconds) => {
      const whole = Math.ceil(seconds);
      if (whole < 60) return `${whole} s`;
      return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
    },
    counted: (n, forms) =>
      `${write(String(n))} ${forms[(plural ??= new Intl.PluralRules(locale)).select(n)] ?? forms.other}`,
  };
}

const made = new Map<Locale, Numbers>();

/** How a language writes numbers. */
export function numbersOf(locale: Locale): Numbers {
  const numbers = made.get(locale) ?? make(locale);
  made.set(locale, numbers);
  return numbers;
}

/** A number written in English, `−.012`, as the language writes it, `−0,012`. */
export function decimalOf(locale: Locale, text: string): string {
  return locale === 'en' ? text : text.replace(/^(−?)\./, '$10.').replace('.', ',');
}

/** A typed number, with a decimal point or comma; NaN where it is none. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}
