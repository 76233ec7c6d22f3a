import type { Slice } from './slice';

/** What the Defer panel is asked. */
export type DeferView = {
  /** Least confidence that is answered, in [0, 1]; ten digits, so that a link says all of it. */
  readonly threshold: number;
  /** Target risk r and its confidence 1 − δ. */
  readonly risk: number;
  readonly certainty: number;
  /** Costs of a wrong answer and of a deferral. */
  readonly errorCost: number;
  readonly deferralCost: number;
  /** Model that answers what is deferred; null for the most accurate other one. */
  readonly fallback: string | null;
};

/** Ends of what may be asked. */
export const DEFER_RANGES = {
  threshold: [0, 1],
  risk: [0.001, 0.9],
  certainty: [0.51, 0.999],
  errorCost: [0, 1e6],
  deferralCost: [0, 1e6],
} as const satisfies Partial<Record<keyof DeferView, readonly [number, number]>>;

type Numeric = keyof typeof DEFER_RANGES;

const FIELDS: Readonly<Record<Numeric, string>> = {
  threshold: 'd.t',
  risk: 'd.r',
  certainty: 'd.c',
  errorCost: 'd.e',
  deferralCost: 'd.d',
};
const NAMES = Object.keys(FIELDS) as Numeric[];
const MODEL = /^[a-z][a-z0-9-]{0,40}$/;

const INITIAL: DeferView = {
  threshold: 0.8,
  risk: 0.2,
  certainty: 0.9,
  errorCost: 5,
  deferralCost: 1,
  fallback: null,
};

/**
 * `value` within the range of the field; `otherwise` where it is no number. Ten digits, and a threshold never above the
 * value, so that decisions exactly at it stay answered.
 */
export function heldTo(name: Numeric, value: number, otherwise: number): number {
  if (!Number.isFinite(value)) return otherwise;
  const [from, to] = DEFER_RANGES[name];
  const held = Math.min(to, Math.max(from, value));
  if (name !== 'threshold') return Number(held.toPrecision(10));
  const rounded = Number(held.toFixed(10));
  return rounded > held ? Number((rounded - 1e-10).toFixed(10)) : rounded;
}

function numberOf(name: Numeric, text: string | null): number {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  const [from, to] = DEFER_RANGES[name];
  return value >= from && value <= to ? heldTo(name, value, INITIAL[name]) : INITIAL[name];
}

export const DEFER: Slice<DeferView> = {
  initial: INITIAL,
  write: (view) => ({
    ...Object.fromEntries(
      NAMES.map((name) => [
        FIELDS[name],
        view[name] === INITIAL[name] ? undefined : String(view[name]),
      ]),
    ),
    'd.f': view.fallback ?? undefined,
  }),
  read: (fields) => {
    const fallback = fields.get('d.f');
    return {
      ...INITIAL,
      ...Object.fromEntries(NAMES.map((name) => [name, numberOf(name, fields.get(FIELDS[name]))])),
      fallback: fallback !== null && MODEL.test(fallback) ? fallback : null,
    };
  },
  isStep: (from, to) => from.fallback !== to.fallback,
};
