import { findTask } from '../../tasks';
import { SHIFTS, TRAINED } from '../../tasks/splits';
import type { Figure } from './outcomes';
import { mean, type Ask, type View } from './view';

/** A statement about the study with a number that decides it. */
export type Claim = {
  readonly id: string;
  readonly statement: string;
  /** What the number is, in words. */
  readonly figure: string;
  readonly unit: 'points' | 'ratio' | 'share';
  /** The trained arms in it. */
  readonly arms: readonly string[];
  readonly target: { readonly at: 'least' | 'most'; readonly value: number };
  readonly of: (view: View) => number;
};

/** Mean over tasks of a figure of an arm. */
export function over(
  view: View,
  tasks: readonly string[],
  arm: string,
  figure: Figure,
  more: Pick<Ask, 'mode' | 'treatment'> = {},
): number {
  return mean(tasks.map((task) => view.figure({ arm, task, ...more }, figure)));
}

const K = (task: string) => findTask(task)!.optionCount;

/** How far the mean confidence of sampled rollouts lies from π + (1 − π)/K, π being their accuracy where they decided. */
function barycentreGap(view: View, arm: string): number {
  return mean(
    TRAINED.map((task) => {
      const ask: Ask = { arm, task, mode: 'sampled' };
      const accuracy = view.figure(ask, 'accuracy') / view.figure(ask, 'decided');
      const predicted = accuracy + (1 - accuracy) / K(task);
      return Math.abs(view.figure(ask, 'meanConfidence') - predicted);
    }),
  );
}

const SPLITS = [
  ['in distribution', TRAINED, ''],
  ['under shift', SHIFTS, '-shift'],
] as const;

function overconfidence(): Claim[] {
  return [
    {
      id: 'rlvr-accuracy',
      statement: 'RLVR raises accuracy over the base by at least 5 points, in distribution',
      figure: 'accuracy of rlvr − base, greedy, mean of tasks',
      unit: 'points',
      arms: ['rlvr'],
      target: { at: 'least', value: 0.05 },
      of: (view) =>
        over(view, TRAINED, 'rlvr', 'accuracy') - over(view, TRAINED, 'base', 'accuracy'),
    },
    {
      id: 'rlvr-courier',
      statement:
        'On courier, which needs reasoning, RLVR is at least 10 points more accurate than SFT',
      figure: 'accuracy of rlvr − sft on courier, greedy',
      unit: 'points',
      arms: ['rlvr', 'sft'],
      target: { at: 'least', value: 0.1 },
      of: (view) =>
        view.figure({ arm: 'rlvr', task: 'courier' }, 'accuracy') -
        view.figure({ arm: 'sft', task: 'courier' }, 'accuracy'),
    },
    {
      id: 'rlvr-certain',
      statement: 'RLVR leaves at least 97 % of rollouts with p(decision) > .99',
      figure: 'share of sampled rollouts of rlvr with p > .99, mean of tasks',
      unit: 'share',
      arms: ['rlvr'],
      target: { at: 'least', value: 0.97 },
      of: (view) => over(view, TRAINED, 'rlvr', 'certain', { mode: 'sampled' }),
    },
    {
      id: 'rlvr-auroc',
      statement: 'The confidence of RLVR says little about being right: AUROC at most .65',
      figure: 'AUROC of confidence, rlvr, greedy, mean of tasks',
      unit: 'share',
      arms: ['rlvr'],
      target: { at: 'most', value: 0.65 },
      of: (view) => over(view, TRAINED, 'rlvr', 'auroc'),
    },
  ];
}

/** Claim 4 of the paper: after a swap `accuracy` is the share of decisions that follow the reasoning put in. */
function extraction(): Claim[] {
  return ['base', 'rlvr'].flatMap((arm): Claim[] => [
    {
      id: `swap-${arm}`,
      statement: `Another option’s reasoning put in front of the decision flips it in at least 90 % of the cases (${arm})`,
      figure: `share of decisions of ${arm} that follow the reasoning put in, mean of tasks`,
      unit: 'share',
      arms: [arm],
      target: { at: 'least', value: 0.9 },
      of: (view) => over(view, TRAINED, arm, 'accuracy', { mode: 'swap' }),
    },
    {
      id: `swap-${arm}-certain`,
      statement: `and the decision is as certain as before: median p at least .99 (${arm})`,
      figure: `median p of ${arm} after the swap, mean of tasks`,
      unit: 'share',
      arms: [arm],
      target: { at: 'least', value: 0.99 },
      of: (view) => over(view, TRAINED, arm, 'medianConfidence', { mode: 'swap' }),
    },
  ]);
}

function supervised(): Claim[] {
  return SPLITS.map(([name, tasks, suffix]) => ({
    id: `sft-ece${suffix}`,
    statement: `SFT calibrates: its ECE is at most half of the base's, ${name}`,
    figure: 'ECE of sft ÷ ECE of base, greedy, each a mean of tasks',
    unit: 'ratio',
    arms: ['sft'],
    target: { at: 'most', value: 0.5 },
    of: (view) => over(view, tasks, 'sft', 'ece') / over(view, tasks, 'base', 'ece'),
  }));
}

function paperTarget(): Claim[] {
  return [
    {
      id: 'ca-paper-ece',
      statement: 'The paper’s target takes at least 9 points off the ECE of RLVR',
      figure: 'ECE of rlvr − ca-paper, greedy, mean of tasks',
      unit: 'points',
      arms: ['rlvr', 'ca-paper'],
      target: { at: 'least', value: 0.09 },
      of: (view) => over(view, TRAINED, 'rlvr', 'ece') - over(view, TRAINED, 'ca-paper', 'ece'),
    },
    {
      id: 'ca-paper-accuracy',
      statement: 'It costs at most 1 point of RLVR’s accuracy',
      figure: 'accuracy of ca-paper − rlvr, greedy, mean of tasks',
      unit: 'points',
      arms: ['rlvr', 'ca-paper'],
      target: { at: 'least', value: -0.01 },
      of: (view) =>
        over(view, TRAINED, 'ca-paper', 'accuracy') - over(view, TRAINED, 'rlvr', 'accuracy'),
    },
    {
      id: 'ca-paper-barycentre',
      statement: 'Its confidence settles at π + (1 − π)/K, not at π: within 5 points',
      figure:
        'mean confidence of sampled rollouts against π + (1 − π)/K, mean absolute gap of tasks',
      unit: 'points',
      arms: ['ca-paper'],
      target: { at: 'most', value: 0.05 },
      of: (view) => barycentreGap(view, 'ca-paper'),
    },
  ];
}

function properTarget(): Claim[] {
  return [
    ...SPLITS.flatMap(([name, tasks, suffix]): Claim[] => [
      {
        id: `ca-proper-ece${suffix}`,
        statement: `The proper target is at least as well calibrated as SFT, ${name}`,
        figure: 'ECE of ca-proper − sft, greedy, mean of tasks',
        unit: 'points',
        arms: ['sft', 'ca-proper'],
        target: { at: 'most', value: 0 },
        of: (view) => over(view, tasks, 'ca-proper', 'ece') - over(view, tasks, 'sft', 'ece'),
      },
      {
        id: `ca-proper-accuracy${suffix}`,
        statement: `The proper target costs at most 1 point of RLVR’s accuracy, ${name}`,
        figure: 'accuracy of ca-proper − rlvr, greedy, mean of tasks',
        unit: 'points',
        arms: ['rlvr', 'ca-proper'],
        target: { at: 'least', value: -0.01 },
        of: (view) =>
          over(view, tasks, 'ca-proper', 'accuracy') - over(view, tasks, 'rlvr', 'accuracy'),
      },
    ]),
    {
      id: 'ca-proper-auroc',
      statement:
        'The confidence of the proper target tells right from wrong: AUROC at least .15 above RLVR’s',
      figure: 'AUROC of ca-proper − rlvr, greedy, mean of tasks',
      unit: 'share',
      arms: ['rlvr', 'ca-proper'],
      target: { at: 'least', value: 0.15 },
      of: (view) =>
        over(view, TRAINED, 'ca-proper', 'auroc') - over(view, TRAINED, 'rlvr', 'auroc'),
    },
  ];
}

function postHoc(): Claim[] {
  return [
    {
      id: 'isotonic',
      statement: 'Isotonic calibration on top of RLVR cuts its ECE to at most half',
      figure: 'ECE of rlvr after ÷ before, fitted on one half of the cases, judged on the other',
      unit: 'ratio',
      arms: ['rlvr'],
      target: { at: 'most', value: 0.5 },
      of: (view) =>
        over(view, TRAINED, 'rlvr', 'ece', { treatment: 'isotonic' }) /
        over(view, TRAINED, 'rlvr', 'ece', { treatment: 'held-out' }),
    },
    {
      id: 'barycentre',
      statement:
        'The barycentre correction, without labels, brings ca-paper within 2 points of ca-proper',
      figure: 'ECE of ca-paper after the correction − ca-proper, greedy, mean of tasks',
      unit: 'points',
      arms: ['ca-paper', 'ca-proper'],
      target: { at: 'most', value: 0.02 },
      of: (view) =>
        over(view, TRAINED, 'ca-paper', 'ece', { treatment: 'barycentre' }) -
        over(view, TRAINED, 'ca-proper', 'ece'),
    },
  ];
}

/** The claims of the study, in the order of the page. */
export const CLAIMS: readonly Claim[] = [
  ...overconfidence(),
  ...supervised(),
  ...extraction(),
  ...paperTarget(),
  ...properTarget(),
  ...postHoc(),
];
