import { numbersOf } from '../../numbers';
import type { MASS as EN } from '../en/mass';

const { percent, points, probability, tiny, factor } = numbersOf('de');

export const MASS = {
  undecided:
    'Dieser Trace hat kein Entscheidungs-Token. Wählen Sie einen anderen Fall oder erzeugen Sie den Trace neu.',
  reading: 'Das Modell liest den Trace bis zum Entscheidungs-Token …',
  read: {
    before: 'Gespeicherte Traces behalten nur die wahrscheinlichen Tokens.',
    button: 'Alle Schreibweisen lesen',
    after:
      'geht in einem Durchgang des Modells: Danach lässt sich wählen, welche Schreibweisen als Option zählen.',
  },
  trace: {
    label: 'Beim Entscheidungs-Token',
    title: 'Beim Entscheidungs-Token dieses Trace',
    status: 'Optionsmasse des Trace',
    mass: 'Optionsmasse',
    outside: (share, option) => `, außerhalb ${tiny(share)}; Konfidenz für ${option}`,
    against: (p) => `, gegen ${probability(p)} mit den Buchstaben allein`,
  },
  held: {
    label: 'Tokens bei der Entscheidung',
    caption: 'Was das ganze Vokabular dort enthält, bei T = 1',
    token: 'Token',
    counts: 'zählt als',
    others: 'andere Schreibweisen',
    option: 'eine Option',
    rest: 'alles Übrige',
  },
  forms: {
    label: 'Schreibweisen',
    counts: 'zählt als die Option',
    families: {
      'space-letter': 'Leerzeichen und Buchstabe',
      letter: 'Buchstabe allein',
      'space-lower': 'Leerzeichen und Kleinbuchstabe',
      lower: 'Kleinbuchstabe allein',
      bracket: 'öffnende Klammer und Buchstabe',
      words: 'Leerzeichen und Wörter der Option',
    },
    note: 'Wahrscheinlichkeiten bei T = 1; ein Strich ist kein einzelnes Token dieses Modells.',
    letters: 'Wieder nur Buchstaben',
  },
  table: {
    label: 'Optionsmasse über die Entscheidungstabelle',
    title: 'Über die Entscheidungstabelle',
    none: 'Zu diesen Entscheidungen ist keine Optionsmasse bekannt: Sie braucht das ganze Vokabular. Rechnen Sie hier Fälle oder wählen Sie eine mitgelieferte Tabelle.',
    share: (share, { low, high }, limit) =>
      `${percent(share)} der Entscheidungen (${percent(low)} – ${percent(high)}) liegen unter ${factor(limit)}`,
    summary: (n, outside, shares) =>
      `Optionsmasse von n = ${n} Entscheidungen: Die Hälfte lässt weniger als ${tiny(outside)} außerhalb der Optionen. ${shares}.`,
    cut: 'Optionsmasse teilen bei',
    cuts: { median: 'ihrem Median', '0.99': '0,99', '0.9': '0,9' },
  },
  groups: {
    label: 'Kalibrierung nach Optionsmasse',
    columns: {
      decisions: 'Entscheidungen',
      accuracy: 'Trefferquote, %',
      confidence: 'mittlere Konfidenz, %',
      ece: 'ECE, %',
    },
    all: 'alle, Konfidenz über die Optionen',
    low: (outside) => `kleine Masse: mehr als ${tiny(outside)} außerhalb`,
    high: (outside) => `große Masse: höchstens ${tiny(outside)} außerhalb`,
    full: 'alle, p über das ganze Vokabular',
  },
  leak: {
    summary: 'Histogramm als Tabelle',
    columns: { from: 'außerhalb der Optionen mehr als', to: 'bis', decisions: 'Entscheidungen' },
    nothing: 'nichts',
  },
  full: {
    label: 'Wirkung des ganzen Vokabulars',
    before: 'Mit der Wahrscheinlichkeit im ganzen Vokabular, Optionsmasse × Konfidenz, ist der ECE',
    instead: (ece, change) => `statt ${percent(ece)}: ${points(change)} Punkte`,
    interval: ({ low, high }, resamples) =>
      ` (95-%-Intervall ${points(low)} bis ${points(high)}, gepaart, ${resamples} Stichproben)`,
    note:
      'Die Optionsmasse ist die bei T = 1 und α = 1, wie aufgezeichnet; die Konfidenz folgt den Reglern. Zeilen mit kleiner und mit ' +
      'großer Masse sind weniger, ihr ECE ist also stärker nach oben verzerrt als der von allen.',
  },
} satisfies typeof EN;
