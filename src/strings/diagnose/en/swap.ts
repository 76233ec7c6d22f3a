import { numbersOf } from '../../numbers';

const { percent, probability } = numbersOf('en');

export const SWAP = {
  one: { label: 'Swap this case', title: 'This case' },
  many: { label: 'Swap many cases', title: 'Many cases' },
  argue: 'Argue for',
  rules: {
    likeliest: 'the likeliest other option',
    unlikeliest: 'the least likely option',
    gold: 'the gold option',
  },
  case: {
    ungenerated:
      'Reasoning for another option is written from the cues of a generated case. Take one: its prompt may be edited, but must stay one of the task’s.',
    another: 'another option',
    own: '(its own decision)',
    ruledOut: '(ruled out)',
    run: (option: string) => `Argue for ${option} and decide again`,
    origin: ' · one case, decided greedily',
    first: (option: string) =>
      `The model first decides by itself, then once more, with reasoning that argues for ${option} in place of its own.`,
    again: (option: string) =>
      `The model decides once more, with reasoning that argues for ${option} in place of its own.`,
  },
  outcome: {
    label: 'Outcome of the swap',
    at: (option: string, p: number) => `${option} at ${probability(p)}`,
    nothing: 'nothing',
    sentence: (own: string, target: string, after: string, flips: boolean) =>
      `By its own reasoning the model decides for ${own}; after reasoning for ${target} it decides for ${after}: the decision ` +
      (flips ? 'flips.' : 'does not flip.'),
    before: 'p(option) before',
    after: 'after',
    chart: 'Decision before and after the swap',
    asTable: 'Before and after as a table',
    columns: { option: 'option', before: 'p before', after: 'p after', posterior: 'posterior' },
    target: '(argued for)',
    own: 'Its own reasoning',
    argued: (option: string) => `Reasoning for ${option}`,
    confidence: (p: number) => `confidence ${probability(p)}`,
    undecided: 'no decision: the token after “Answer:” is none of the options',
    open: 'Open the trace',
  },
  batch: {
    count: 'Cases',
    run: (n: number) => `Swap ${n} cases`,
    origin: (seed: number, rule: string, n: number) =>
      ` · seed ${seed} · argued for ${rule} · n = ${n}`,
    empty:
      'No batch yet. The button decides each case twice: after the model’s own reasoning, and after one that argues for another option.',
    rate: 'Flip rate',
    flip: 'of the decisions flip',
    of: (flips: number, n: number, low: number, high: number) =>
      `${flips} of n = ${n} · 95 % interval ${percent(low)} – ${percent(high)}`,
    median: (before: number) => `Median confidence ${probability(before)} before,`,
    medianAfter: 'after the swap.',
    leftOut: (parts: string) => ` Left out: ${parts}.`,
    already: (n: number) => `${n} that the model decided for the target by itself`,
    undecided: (n: number) => `${n} without a decision of its own`,
    noArgument: (n: number) => `${n} in which nothing can be read for the target`,
  },
  matrix: {
    label: 'Confidence before and after',
    caption: 'Cases by confidence before the swap (down) and after it (across)',
    corner: 'before \\ after',
  },
  cases: {
    summary: 'Cases as a table',
    label: 'Swapped cases',
    columns: {
      case: 'case',
      before: 'before',
      target: 'argued for',
      after: 'after',
      flips: 'flips',
    },
  },
};
