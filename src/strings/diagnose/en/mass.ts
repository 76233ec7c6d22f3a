import { numbersOf } from '../../numbers';

const { percent, points, probability, tiny, factor } = numbersOf('en');

type Interval = { readonly low: number; readonly high: number };

export const MASS = {
  undecided: 'This trace has no decision token. Choose another case, or generate the trace again.',
  reading: 'The model reads the trace up to its decision token …',
  read: {
    before: 'Stored traces keep only the likely tokens.',
    button: 'Read every surface form',
    after: 'in one pass of the model: then the ways of writing an option can be switched.',
  },
  trace: {
    label: 'At the decision token',
    title: 'At the decision token of this trace',
    status: 'Option mass of the trace',
    mass: 'Option mass',
    outside: (share: number, option: string) => `, outside ${tiny(share)}; confidence in ${option}`,
    against: (p: number) => `, against ${probability(p)} with the letters alone`,
  },
  held: {
    label: 'Tokens at the decision',
    caption: 'What the whole vocabulary holds there, at T = 1',
    token: 'token',
    counts: 'counts as',
    others: 'options’ other forms',
    option: 'an option',
    rest: 'everything else',
  },
  forms: {
    label: 'Surface forms',
    counts: 'counts as the option',
    families: {
      'space-letter': 'space and letter',
      letter: 'letter alone',
      'space-lower': 'space and lower case',
      lower: 'lower case alone',
      bracket: 'opening bracket and letter',
      words: 'space and the option’s words',
    },
    note: 'Probabilities at T = 1; a dash is no single token of this model.',
    letters: 'Letters alone again',
  },
  table: {
    label: 'Option mass over the decision table',
    title: 'Over the decision table',
    none: 'These decisions come without option mass: it takes the full vocabulary. Run cases here, or choose a shipped table.',
    share: (share: number, { low, high }: Interval, limit: number) =>
      `${percent(share)} of decisions (${percent(low)} – ${percent(high)}) are below ${factor(limit).replace(/^0\./, '.')}`,
    summary: (n: number, outside: number, shares: string) =>
      `Option mass of n = ${n} decisions: half of them leave less than ${tiny(outside)} outside the options. ${shares}.`,
    cut: 'Cut option mass at',
    cuts: { median: 'its median', '0.99': '.99', '0.9': '.9' },
  },
  groups: {
    label: 'Calibration by option mass',
    columns: {
      decisions: 'decisions',
      accuracy: 'accuracy, %',
      confidence: 'mean confidence, %',
      ece: 'ECE, %',
    },
    all: 'all, confidence over the options',
    low: (outside: number) => `low mass: more than ${tiny(outside)} outside`,
    high: (outside: number) => `high mass: at most ${tiny(outside)} outside`,
    full: 'all, p of the full vocabulary',
  },
  leak: {
    summary: 'Histogram as a table',
    columns: { from: 'outside the options, more than', to: 'up to', decisions: 'decisions' },
    nothing: 'nothing',
  },
  full: {
    label: 'Effect of the full vocabulary',
    before: 'With the probability of the full vocabulary, option mass × confidence, the ECE is',
    instead: (ece: number, change: number) =>
      `in place of ${percent(ece)}: ${points(change)} points`,
    interval: ({ low, high }: Interval, resamples: number) =>
      ` (95 % interval ${points(low)} to ${points(high)}, paired, ${resamples} resamples)`,
    note:
      'Option mass is that at T = 1 and α = 1, as it was recorded; confidence follows the sliders. Low and high rows are fewer, ' +
      'so their ECE is biased upward more than that of all.',
  },
};
