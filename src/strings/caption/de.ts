import { numbersOf } from '../numbers';
import type { CaptionStrings } from './en';

const { percent } = numbersOf('de');

export const DE = {
  title: (subject) => `Zuverlässigkeitsdiagramm: ${subject}`,
  page: (subject) => `${subject} – Zuverlässigkeitsdiagramm`,
  on: (model, task) => `${model} auf ${task}`,
  ece: (share, n) => `ECE ${percent(share)}, n = ${n}`,
  eceBetween: (share, low, high, n) =>
    `ECE ${percent(share)}, 95-%-Intervall ${percent(low)} – ${percent(high)}, n = ${n}`,
  means: (accuracy, confidence) =>
    `Trefferquote ${percent(accuracy)}, mittlere Konfidenz ${percent(confidence)}`,
  bins: {
    'equal-mass': (n) => `${n} gleich besetzte Bins`,
    'equal-width': (n) => `${n} gleich breite Bins`,
  },
  filled: (n) => ` (${n} gefüllt)`,
  edges: {
    left: ', linke Ränder',
    right: ', rechte Ränder',
    guo: ', Ränder nach Guo',
    torchmetrics: ', Ränder nach torchmetrics',
  },
  bars: 'Balken: 95-%-Wilson-Intervalle der Trefferquote',
  bounds: (low: number, high: number) =>
    `Querbalken: was Optionen außerhalb des Protokolls offen lassen; ECE zwischen ${percent(low)} und ${percent(high)}`,
  uncalibrated: 'kein Kalibrator',
  unfitted: (calibrator) => `kein Kalibrator (${calibrator} ließ sich nicht anpassen)`,
  calibrated: (calibrator, description) =>
    `Kalibrator ${calibrator}: ${description}, gezeigt an der anderen Hälfte`,
  origins: {
    shipped: 'mitgelieferte Entscheidungen',
    run: 'eigener Lauf',
    imported: 'eigene Daten',
  },
  saved: 'Wie gespeichert',
  restore: 'Wiederherstellen',
} satisfies CaptionStrings;
