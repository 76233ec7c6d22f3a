import { type Slice } from './slice';

/** The steps of the course, in order. */
export const STEPS = [
  'confidence',
  'diagram',
  'ece',
  'scaling',
  'rlvr',
  'swap',
  'repair',
  'shift',
  'deferral',
  'why',
] as const;
export type StepName = (typeof STEPS)[number];

/**
 * What a teacher's link may hide: the way to other steps, the sliders, the tables and exports of the explorer, the other
 * panels, the tools for a class.
 */
export const LEARN_CONTROLS = ['steps', 'sliders', 'tables', 'panels', 'class'] as const;
export type LearnControl = (typeof LEARN_CONTROLS)[number];

/** Which step of the course is open, null for its cover, and what is hidden. */
export type LearnView = {
  readonly step: StepName | null;
  readonly hide: readonly LearnControl[];
};

export const LEARN: Slice<LearnView> = {
  initial: { step: null, hide: [] },
  write: ({ step, hide }) => ({
    'l.s': step ?? undefined,
    'l.h': hide.length === 0 ? undefined : hide.join('.'),
  }),
  read: (fields) => {
    const hidden = fields.get('l.h')?.split('.') ?? [];
    return {
      step: STEPS.find((name) => name === fields.get('l.s')) ?? null,
      hide: LEARN_CONTROLS.filter((name) => hidden.includes(name)),
    };
  },
  isStep: (from, to) => from.step !== to.step,
};
