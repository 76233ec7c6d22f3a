import { numbersOf } from '../numbers';

const { percent } = numbersOf('en');

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
  map: 'confidence → calibrated, %',
};

export type ChartStrings = typeof EN;
