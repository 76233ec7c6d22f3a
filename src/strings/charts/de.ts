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
  walk: {
    points: (title: string) => `Punkte: ${title}`,
    lines: 'Auf und ab wechseln die Linie.',
    pick: 'Die Eingabetaste setzt dort die Schwelle.',
    start: 'Mit den Pfeiltasten von Punkt zu Punkt',
  },
  map: 'Konfidenz → kalibriert, %',
} satisfies ChartStrings;
