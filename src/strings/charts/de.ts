import { numbersOf } from '../numbers';
import type { ChartStrings } from './en';

const { percent } = numbersOf('de');

export const DE = {
  reliability: 'Zuverlässigkeitsdiagramm',
  confidence: 'Konfidenz, %',
  accuracy: 'Trefferquote, %',
  calibrated: 'kalibriert',
  before: 'vorher',
  bin: (count: number, confidence: number, accuracy: number) =>
    `${count} Entscheidungen, Konfidenz ${percent(confidence)}, Trefferquote ${percent(accuracy)}`,
  map: 'Konfidenz → kalibriert, %',
} satisfies ChartStrings;
