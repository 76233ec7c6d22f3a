import type { Slice } from './slice';

/**
 * What the Compare panel shows beside data and settings. `a`, `b`: the two sides of the overlay (see `parseSide`);
 * `reference`: model that the table subtracts. Null is left to the page.
 */
export type CompareView = {
  readonly a: string | null;
  readonly b: string | null;
  readonly reference: string | null;
};

const SIDE = /^(?:run|[a-z][a-z0-9-]{0,40}\.(?:fp32|q8|q4)\.[a-z][a-z0-9-]{0,40})$/;
const MODEL = /^[a-z][a-z0-9-]{0,40}$/;

const matching = (form: RegExp, value: string | null) =>
  value !== null && form.test(value) ? value : null;

export const COMPARE: Slice<CompareView> = {
  initial: { a: null, b: null, reference: null },
  write: ({ a, b, reference }) => ({
    'c.a': a ?? undefined,
    'c.b': b ?? undefined,
    'c.r': reference ?? undefined,
  }),
  read: (fields) => ({
    a: matching(SIDE, fields.get('c.a')),
    b: matching(SIDE, fields.get('c.b')),
    reference: matching(MODEL, fields.get('c.r')),
  }),
  isStep: (from, to) => from.a !== to.a || from.b !== to.b || from.reference !== to.reference,
};
