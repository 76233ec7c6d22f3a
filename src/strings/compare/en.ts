import { numbersOf } from '../numbers';

const { percent, points, fixed } = numbersOf('en');

/** A difference with its 95 % interval, as shares. */
type Interval = { readonly value: number; readonly low: number; readonly high: number };

const BITS: Readonly<Record<string, string>> = { fp32: '32-bit', q8: '8-bit', q4: '4-bit' };
const bits = (dtype: string) => BITS[dtype] ?? dtype;
const range = ({ low, high }: Interval) => `${points(low)} to ${points(high)}`;
const size = ({ value }: Interval) => fixed(Math.abs(100 * value), 1);

export const EN = {
  bits,
  interval: '95 % interval',
  again: 'Try again',
  range: (low: string, high: string) => `${low} to ${high}`,
  panel: {
    lead:
      'The same cases, decided by models that were fine-tuned differently: on the tasks that fine-tuning saw, and on their ' +
      'shifts. The two sliders move all of them.',
    sliders: 'Sliders',
    refetch: 'Fetch the catalogue again',
    fetching: 'Fetching the catalogue …',
  },
  tables: {
    failed: (failed: number, all: number, why: string) =>
      `${failed} of ${all} decision tables could not be fetched. ${why}`,
    fetching: (ready: number, all: number) => `Fetching decision tables: ${ready} of ${all}`,
  },
  grid: {
    title: 'Every arm on every task',
    shiftOf: ({ task }: { readonly task: string; readonly title: string }) => `shift of ${task}`,
    trained: 'trained',
    other: 'neither trained nor a shift',
    hole: 'not shipped',
    note:
      'Each diagram: confidence from 0 to 100 % to the right, accuracy upwards, one marker a bin, its area the bin’s share; the ' +
      'line to the diagonal is the gap. Arrow keys walk the diagrams, Enter opens the cases. The table below holds the numbers.',
    failed: 'not fetched',
    loading: 'on its way',
    about: (accuracy: number, ece: number, n: number) =>
      `accuracy ${percent(accuracy)}, ECE ${percent(ece)}, n = ${n}`,
    open: (arm: string, task: string, about: string) =>
      `${arm}, ${task}: ${about}. Open its cases.`,
    accuracy: 'accuracy',
    best: (
      split: 'trained' | 'shift',
      right: string,
      share: number,
      calibrated: string,
      ece: number,
    ) =>
      `${split === 'trained' ? 'On the trained tasks' : 'Under shift'}, ${right} is right most often (${percent(share)} on average) and ` +
      `${calibrated} is best calibrated (mean ECE ${percent(ece)}).`,
  },
  table: {
    title: 'Accuracy and ECE, %',
    titleDifference: (arm: string) => `Difference to ${arm} in accuracy and ECE, points`,
    intervals: 'with 95 % intervals',
    show: 'Show',
    each: 'figures of each arm',
    differenceTo: (arm: string) => `difference to ${arm}`,
    label: 'Table of figures',
    means: { trained: 'Mean, trained', shift: 'Mean, shifts' },
    note:
      'Accuracy: Wilson interval. ECE: percentiles of 1000 bootstrap samples, which add to its upward bias, so that a small ECE ' +
      'may lie below its interval. Means over tasks: each task drawn apart.',
    noteDifference:
      'Differences: both arms see the same drawn cases, of those that both decided; bold where the interval leaves 0 out.',
    copy: 'Copy CSV',
    download: 'Download CSV',
    copied: 'Copied.',
    uncopied: 'The browser did not allow copying. Download the table instead.',
    saved: (file: string) => `Saved as ${file}.`,
    csv: 'Table as CSV',
  },
  status: {
    label: 'Intervals',
    waiting: 'Waiting for the decision tables …',
    computing: (done: number, of: number) =>
      `Recomputing: ${done} of ${of} tasks. Faded figures belong to former sliders.`,
    done: 'Up to date with the sliders.',
    stopped: (done: number, of: number) =>
      `Stopped: ${done} of ${of} tasks are up to date. Faded figures belong to former sliders.`,
    stop: 'Stop',
    goOn: 'Go on',
  },
  overlay: {
    title: 'Two of them overlaid',
    first: 'First',
    second: 'Second',
    presets: 'Pairs worth a look',
    weights: (model: string, small: string, fine: string) =>
      `${model}: ${bits(small)} against ${bits(fine)}`,
    againstRun: (model: string) => `${model}: your run against greedy`,
    swap: 'Swap sides',
    noRun: 'There is no run yet: make one above, or run cases in Explore and come back.',
    fetching: 'Fetching the decision table …',
    decisionsOf: 'Decisions of',
    latestRun: 'your latest run',
    task: 'Task',
    weightsField: 'Weights',
    yourRun: 'your run',
    greedyRun: 'your run, greedy',
    sampledRun: (t: string) => `your run, sampled at T = ${t}`,
    shipped: 'shipped, greedy',
    figure: (first: string, second: string) => `Reliability of ${first} and ${second}`,
    side: (name: string, n: number, accuracy: number, confidence: number, ece: number) =>
      `${name}: ${n} decisions, accuracy ${percent(accuracy)}, mean confidence ${percent(confidence)}, ECE ${percent(ece)}.`,
    changed: 'What changed',
    same: 'Both sides are the same decisions: every difference is 0.',
    apart:
      'The two sides share no case, so there are no paired differences; their own intervals stand beside them.',
    computing: 'Computing the differences …',
    note:
      'Filled markers are the first side, hollow ones the second; below, the shares of decisions by confidence, the second side ' +
      'dashed. Differences are paired: 1000 bootstrap samples of the cases that both decided. A bin opens its cases; arrow keys ' +
      'walk the bins.',
  },
  difference: {
    moreAccurate: (first: string, second: string, by: Interval) =>
      `${first} is ${size(by)} points ${by.value > 0 ? 'more' : 'less'} accurate than ${second} (${range(by)})`,
    asAccurate: (first: string, second: string, by: Interval) =>
      `${first} is as accurate as ${second}, as far as so many cases can tell (${points(by.value)}, ${range(by)})`,
    ece: (by: Interval) =>
      `its ECE is ${size(by)} points ${by.value > 0 ? 'higher' : 'lower'} (${range(by)})`,
    sameEce: (by: Interval) =>
      `its ECE does not differ clearly (${points(by.value)}, ${range(by)})`,
    whole: (n: number, right: string, calibrated: string, agreement: number) =>
      `Over the ${n} cases that both decided, ${right}; ${calibrated}. ` +
      `Both choose the same option in ${percent(agreement)} of them.`,
  },
  numbers: {
    region: 'Both sides',
    label: 'Figures of both sides',
    difference: 'first − second, points',
    rows: { accuracy: 'accuracy, %', ece: 'ECE, %', meanConfidence: 'mean confidence, %' },
    inBoth: (n: number) => `${n} in both`,
  },
  bins: {
    summary: 'Both diagrams as a table',
    label: 'Bins',
    of: (name: string) => `Bins of ${name}`,
    bin: 'bin',
    confidence: 'confidence %',
    accuracy: 'accuracy %',
    open: (bin: number, name: string) => `Open the cases of bin ${bin} of ${name}`,
  },
  run: {
    loading: 'Loading the model …',
    label: 'Run',
    done: (done: number, total: number) => `${done} of ${total} cases`,
    left: (duration: string) => ` · ${duration} left`,
    cancel: 'Cancel run',
    cases: 'Cases',
    sample: 'Sample the reasoning',
    again: 'Sample again',
    none: 'There is no run yet.',
    about: (model: string, count: number, task: string, t: string) =>
      `${model} reasons about the first ${count} shipped cases of ${task} in your browser, its tokens sampled at T = ${t}, and ` +
      'decides anew. Any other run that you make in Explore can stand here too.',
  },
};

export type CompareStrings = typeof EN;
