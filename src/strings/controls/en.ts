import { numbersOf } from '../numbers';

const { counted, megabytes, fixed } = numbersOf('en');

/** Controls and views that several panels share. */
export const EN = {
  case: {
    edited: 'Edited case',
    case: 'Case',
    number: 'Case number',
    previous: 'Previous case',
    next: 'Next case',
    shuffle: 'Shuffle',
    undo: 'Undo edits',
  },
  choice: {
    model: 'Model',
    parameters: (millions: number) => `${fixed(millions, 1)} M parameters`,
    task: 'Task',
    weights: 'Weights',
    dtypes: { fp32: '32-bit', q8: '8-bit', q4: '4-bit' },
    connected: 'as connected',
    decoding: 'Decoding',
    modes: { greedy: 'greedy', sample: 'sampled' },
  },
  run: {
    seed: 'Seed',
    count: (most: number) => `A whole number from 1 to ${most}.`,
    badSeed: 'The seed is a whole number.',
  },
  sliders: {
    temperature: 'Temperature',
    temperatureHelp:
      'Divides every logit: recolours the trace, rescales the decision, samples new traces.',
    scale: 'Decision-token scale',
    scaleHelp: "Multiplies the decision token's logits only.",
    value: (name: string) => `${name} value`,
    range: (min: string, max: string) => `${min} to ${max}`,
    reset: 'Reset',
    resetOf: (name: string) => `Reset ${name.toLowerCase()} to 1`,
  },
  engine: {
    label: 'Model',
    idle: 'The figures shown were computed beforehand. The model loads with the first trace.',
    failed: 'The model is not loaded.',
    starting: 'Starting',
    stages: {
      runtime: 'Fetching the runtime',
      download: 'Fetching the weights',
      verify: 'Checking the weights',
      session: 'Preparing the model',
      'self-test': 'Testing the numbers',
      probe: 'Asking the server',
    },
    bytes: (loaded: number, total: number) => ` · ${megabytes(loaded)} of ${megabytes(total)}`,
    loading: 'Loading the model',
    served: (backend: string) =>
      `Computed by ${backend}, as served: its numbers cannot be tested from here.`,
    untested: (backend: string, dtype: string) => `Runs here on ${backend} in ${dtype}.`,
    runs: (backend: string, within: string) =>
      `Runs here on ${backend}. Self-test passed: logits within ${within} of the reference.`,
    refused: (backend: string, reason: string) => `${backend} not used: ${reason}`,
  },
  calibrator: {
    label: 'Calibrator',
    none: 'none',
    about:
      'Learns from one half of the cases how much to trust a confidence, and is shown on the other half.',
    barycentre: {
      applies:
        'This arm’s target still pays a wrong choice 1/K, so a perfectly trained model claims π + (1 − π)/K where it is right ' +
        'with probability π; the correction takes that back exactly, without a label.',
      warning:
        'Only the calibration-aware arm with the paper’s target has this bias. On this model the correction undoes ' +
        'what is not there, so read its numbers as a warning.',
    },
  },
  calibrators: {
    temperature: {
      title: 'Temperature',
      sentence: 'Divides all logits by one number, the one that makes gold most likely.',
    },
    scale: {
      title: 'Decision-token scale',
      sentence:
        'Multiplies the decision token’s logits by one number: the same maps as temperature, and the reasoning is left alone.',
    },
    mixing: {
      title: 'Mixing with chance',
      sentence: 'Mixes every probability with the even one: (1 − ε)·p + ε/K.',
    },
    barycentre: {
      title: 'Barycentre correction',
      sentence:
        'Takes back the known bias of the paper’s target: π = (K·p − 1)/(K − 1). Needs no labels.',
    },
    platt: {
      title: 'Platt scaling',
      sentence: 'A sigmoid with slope and intercept on the log-odds of the confidence.',
    },
    isotonic: {
      title: 'Isotonic regression',
      sentence: 'The best line of any shape on which more confidence never means less.',
    },
    histogram: {
      title: 'Histogram binning',
      sentence: 'In each of 15 bins confidence becomes the fraction that was right.',
    },
    beta: {
      title: 'Beta calibration',
      sentence: 'Three parameters on ln c and ln(1 − c): both ends bend on their own.',
    },
    'scaling-binning': {
      title: 'Scaling-binning',
      sentence: 'Platt scaling, averaged in 15 bins, so that its own error can be measured.',
    },
  },
  trace: {
    title: 'Trace',
    tokens: 'Tokens',
    empty: 'No trace of this case yet. Generate one: the model reasons here, in your browser.',
    reading: 'The model is reading the case …',
    token: (text: string, p: string, decision: boolean) =>
      `${decision ? 'Decision token' : 'Token'} ${text}, p ${p}`,
    lineBreak: 'line break',
    alternatives: 'Alternatives of the token',
    weighed: (decision: boolean, logged: boolean) =>
      `${decision ? 'At the decision token' : 'At this token'}, the model weighed${logged ? ' (among the logged tokens)' : ''}`,
    sampled: (t: string) => `Sampled at T = ${t}; colours follow the slider.`,
    again: (t: string) => `Sample again at T = ${t}`,
    length: 'Cut off at the token limit.',
    aborted: 'Stopped before its end.',
  },
  decision: {
    title: 'Decision token',
    empty: 'It lights up when a trace states its decision.',
    right: 'right',
    wrong: 'wrong',
    missing: {
      'no-decision': 'No decision: the trace ends without “Answer: …” after its reasoning.',
      'not-an-option': 'No decision: what follows “Answer:” is none of the options.',
      'cut-off': 'No decision: the trace was cut off before it decided.',
      'no-probability': 'No decision: the log has no probability of the decision token.',
    },
    logits: 'Effective logits',
    option: 'option',
    logit: 'logit',
    gold: 'gold',
    posterior: 'posterior',
    mass: (share: string) =>
      `Option mass ${share}: what the whole vocabulary gave to these options.`,
  },
  decisions: (n: number) => counted(n, { one: 'decision', other: 'decisions' }),
};

export type ControlStrings = typeof EN;
