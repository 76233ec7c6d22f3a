import type { Choices, Facts } from '../../strings/learn/facts';
import type { Settings } from '../settings';
import type { StepName } from '../view/learn';
import { SCALED } from './facts/scaling';

/** What the explorer shows. `caseIndex` counts from 0. */
export type Scene = {
  readonly model: string;
  readonly task: string;
  readonly caseIndex?: number;
  readonly bin?: number;
  readonly settings?: Partial<Settings>;
};

export const PARTS = ['trace', 'diagram'] as const;
export type Part = (typeof PARTS)[number];

/** A share, asked for in percent, or one of some choices. */
export type Question<Name extends StepName> = Name extends keyof Choices
  ? { readonly kind: 'choice'; readonly choices: readonly Choices[Name][] }
  : { readonly kind: 'share' };

/** A step of the course: what it shows before and after the prediction, and what it computes from which tables. */
export type Step<Name extends StepName> = {
  readonly opens: Scene;
  readonly reveals: (facts: Facts[Name]) => Scene;
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  readonly question: Question<Name>;
  /** Tables that the facts are computed from, as [model, task]. */
  readonly tables: readonly (readonly [model: string, task: string])[];
};

const RLVR = { model: 'rlvr', task: 'clinic' } as const;
const BASE = { model: 'base', task: 'clinic' } as const;
const PROPER = { model: 'ca-proper', task: 'clinic' } as const;
const SHARE = { kind: 'share' } as const;
const choices = <Name extends string>(...names: Name[]) =>
  ({ kind: 'choice', choices: names }) as const;

/** The course. */
export const COURSE: { readonly [Name in StepName]: Step<Name> } = {
  confidence: {
    opens: RLVR,
    reveals: ({ wrong }) => ({ ...RLVR, ...(wrong !== null && { caseIndex: wrong.index - 1 }) }),
    before: ['trace'],
    after: ['diagram', 'trace'],
    question: SHARE,
    tables: [['rlvr', 'clinic']],
  },
  diagram: {
    opens: PROPER,
    reveals: ({ bin }) => ({ ...PROPER, bin: bin.index }),
    before: ['diagram'],
    after: ['diagram'],
    question: SHARE,
    tables: [['ca-proper', 'clinic']],
  },
  ece: {
    opens: PROPER,
    reveals: () => PROPER,
    before: ['diagram'],
    after: ['diagram'],
    question: SHARE,
    tables: [['ca-proper', 'clinic']],
  },
  scaling: {
    opens: RLVR,
    reveals: ({ fitted }) => ({
      ...RLVR,
      settings: fitted === null ? SCALED : { temperature: fitted.temperature, scale: 1 },
    }),
    before: ['diagram', 'trace'],
    after: ['diagram', 'trace'],
    question: choices('smaller', 'same', 'larger'),
    tables: [['rlvr', 'clinic']],
  },
  rlvr: {
    opens: BASE,
    reveals: () => RLVR,
    before: ['diagram', 'trace'],
    after: ['diagram', 'trace'],
    question: choices('fell', 'stayed', 'rose'),
    tables: [
      ['base', 'clinic'],
      ['rlvr', 'clinic'],
    ],
  },
  swap: {
    opens: RLVR,
    reveals: () => RLVR,
    before: ['trace'],
    after: ['trace'],
    question: choices('follows', 'doubts', 'stays'),
    tables: [],
  },
  repair: {
    opens: RLVR,
    reveals: () => PROPER,
    before: ['diagram', 'trace'],
    after: ['diagram', 'trace'],
    question: SHARE,
    tables: [
      ['rlvr', 'clinic'],
      ['ca-paper', 'clinic'],
      ['ca-proper', 'clinic'],
    ],
  },
  shift: {
    opens: PROPER,
    reveals: () => ({ ...PROPER, task: 'garage' }),
    before: ['diagram', 'trace'],
    after: ['diagram', 'trace'],
    question: choices('fell', 'unclear', 'grew'),
    tables: ['sft', 'rlvr', 'ca-proper'].flatMap((arm) => [
      [arm, 'clinic'] as const,
      [arm, 'garage'] as const,
    ]),
  },
  deferral: {
    opens: PROPER,
    reveals: () => PROPER,
    before: ['diagram'],
    after: ['diagram'],
    question: SHARE,
    tables: [
      ['rlvr', 'clinic'],
      ['ca-proper', 'clinic'],
    ],
  },
  why: {
    opens: { model: 'base', task: 'moderation' },
    reveals: () => ({ model: 'rlvr', task: 'moderation' }),
    before: ['diagram'],
    after: ['diagram'],
    question: choices('confidence', 'accuracy', 'knows', 'not'),
    tables: [
      ['base', 'moderation'],
      ['rlvr', 'moderation'],
    ],
  },
};
