import { numbersOf } from '../numbers';
import type { ChartStrings } from './en';

const { percent, factor } = numbersOf('de');

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
  leak: {
    label: 'Wahrscheinlichkeit außerhalb der Optionen',
    axis: 'Wahrscheinlichkeit außerhalb der Optionen, %',
    mass: (limit) => `Masse ${factor(limit)}`,
    share: (percent) => factor(percent),
    decisions: (n) => `${n} Entscheidungen`,
  },
  scatter: {
    label: 'Fälle des Streudiagramms',
    none: 'kein Fall',
    x: 'Konfidenz für die gewählte Option, %',
    y: 'deren Posterior, %',
    above: 'konfidenter als wahr',
    below: 'weniger konfident als wahr',
  },
  trajectory: {
    forms: 'hier entsteht die Entscheidung',
    decision: 'Entscheidung, nach jeder Zeile erzwungen',
    posterior: 'Posterior nach denselben Hinweisen',
    x: 'gelesene Zeilen der Überlegung',
    step: 'Schritt der Überlegung',
  },
  map: 'Konfidenz → kalibriert, %',
} satisfies ChartStrings;
