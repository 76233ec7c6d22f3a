import { numbersOf } from '../numbers';

const { percent, factor } = numbersOf('en');

/** English sets a share without its zero. */
const bare = (share: number) => factor(share).replace(/^0\./, '.');

export const EN = {
  reliability: 'Reliability diagram',
  confidence: 'confidence, %',
  accuracy: 'accuracy, %',
  calibrated: 'calibrated',
  before: 'before',
  bin: (count: number, confidence: number, accuracy: number) =>
    `${count} decisions, confidence ${percent(confidence)}, accuracy ${percent(accuracy)}`,
  walk: {
    points: (title: string) => `Points of ${title}`,
    lines: 'Up and down change the line.',
    pick: 'Enter sets the threshold there.',
    start: 'Walk the points with the arrow keys',
  },
  leak: {
    label: 'Probability outside the options',
    axis: 'probability outside the options, %',
    mass: (limit: number) => `mass ${bare(limit)}`,
    share: (percent: number) => bare(percent),
    decisions: (n: number) => `${n} decisions`,
  },
  scatter: {
    label: 'Cases of the scatter',
    none: 'no case',
    x: 'confidence in the chosen option, %',
    y: 'its posterior, %',
    above: 'more confident than true',
    below: 'less confident than true',
  },
  trajectory: {
    forms: 'the decision forms here',
    decision: 'decision, forced after each line',
    posterior: 'posterior after the same evidence',
    x: 'lines of reasoning read',
    step: 'Step of the reasoning',
  },
  map: 'confidence → calibrated, %',
};

export type ChartStrings = typeof EN;
