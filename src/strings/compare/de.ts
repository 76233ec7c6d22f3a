import { numbersOf } from '../numbers';
import type { CompareStrings } from './en';

const { percent, points, fixed } = numbersOf('de');

type Interval = { readonly value: number; readonly low: number; readonly high: number };

const BITS: Readonly<Record<string, string>> = { fp32: '32 Bit', q8: '8 Bit', q4: '4 Bit' };
const bits = (dtype: string) => BITS[dtype] ?? dtype;
const range = ({ low, high }: Interval) => `${points(low)} bis ${points(high)}`;
const size = ({ value }: Interval) => fixed(Math.abs(100 * value), 1);

export const DE = {
  bits,
  interval: '95-%-Intervall',
  again: 'Erneut versuchen',
  range: (low: string, high: string) => `${low} bis ${high}`,
  panel: {
    lead:
      'Dieselben Fälle, entschieden von verschieden feinabgestimmten Modellen: auf den Aufgaben, die das Training sah, und auf ' +
      'deren Verschiebungen. Die beiden Regler bewegen sie alle.',
    sliders: 'Regler',
    refetch: 'Katalog erneut laden',
    fetching: 'Der Katalog wird geladen …',
  },
  tables: {
    failed: (failed: number, all: number, why: string) =>
      `${failed} von ${all} Entscheidungstabellen ließen sich nicht laden. ${why}`,
    fetching: (ready: number, all: number) =>
      `Entscheidungstabellen werden geladen: ${ready} von ${all}`,
  },
  grid: {
    title: 'Jeder Arm auf jeder Aufgabe',
    shiftOf: ({ title }: { readonly task: string; readonly title: string }) =>
      `Verschiebung von „${title}“`,
    trained: 'trainiert',
    other: 'weder trainiert noch Verschiebung',
    hole: 'nicht mitgeliefert',
    note:
      'Jedes Diagramm: Konfidenz von 0 bis 100 % nach rechts, Trefferquote nach oben, eine Marke je Bin, ihre Fläche der Anteil ' +
      'des Bins; die Linie zur Diagonalen ist die Lücke. Die Pfeiltasten gehen von Diagramm zu Diagramm, die Eingabetaste öffnet ' +
      'die Fälle. Die Zahlen stehen in der Tabelle darunter.',
    failed: 'nicht geladen',
    loading: 'unterwegs',
    about: (accuracy: number, ece: number, n: number) =>
      `Trefferquote ${percent(accuracy)}, ECE ${percent(ece)}, n = ${n}`,
    open: (arm: string, task: string, about: string) => `${arm}, ${task}: ${about}. Fälle öffnen.`,
    accuracy: 'Trefferquote',
    best: (
      split: 'trained' | 'shift',
      right: string,
      share: number,
      calibrated: string,
      ece: number,
    ) =>
      `${split === 'trained' ? 'Auf den trainierten Aufgaben' : 'Unter Verschiebung'} liegt „${right}“ am häufigsten richtig (im Mittel ${percent(share)}); ` +
      `am besten kalibriert ist „${calibrated}“ (mittlerer ECE ${percent(ece)}).`,
  },
  table: {
    title: 'Trefferquote und ECE, %',
    titleDifference: (arm: string) => `Unterschied zu „${arm}“ in Trefferquote und ECE, Punkte`,
    intervals: 'mit 95-%-Intervallen',
    show: 'Zeigen',
    each: 'Zahlen jedes Arms',
    differenceTo: (arm: string) => `Unterschied zu „${arm}“`,
    label: 'Tabelle der Zahlen',
    means: { trained: 'Mittel, trainiert', shift: 'Mittel, Verschiebungen' },
    note:
      'Trefferquote: Wilson-Intervall. ECE: Perzentile von 1000 Bootstrap-Stichproben, die seine Verzerrung nach oben vergrößern; ' +
      'ein kleiner ECE kann daher unter seinem Intervall liegen. Mittel über Aufgaben: jede Aufgabe für sich gezogen.',
    noteDifference:
      'Unterschiede: Beide Arme sehen dieselben gezogenen Fälle, von denen, die beide entschieden haben; fett, wo das Intervall die 0 ausschließt.',
    copy: 'CSV kopieren',
    download: 'CSV herunterladen',
    copied: 'Kopiert.',
    uncopied:
      'Der Browser hat das Kopieren nicht erlaubt. Laden Sie die Tabelle stattdessen herunter.',
    saved: (file: string) => `Gespeichert als ${file}.`,
    csv: 'Tabelle als CSV',
  },
  status: {
    label: 'Intervalle',
    waiting: 'Die Entscheidungstabellen sind unterwegs …',
    computing: (done: number, of: number) =>
      `Wird neu berechnet: ${done} von ${of} Aufgaben. Blasse Zahlen gehören zu früheren Reglern.`,
    done: 'Auf dem Stand der Regler.',
    stopped: (done: number, of: number) =>
      `Angehalten: ${done} von ${of} Aufgaben sind auf dem Stand. Blasse Zahlen gehören zu früheren Reglern.`,
    stop: 'Anhalten',
    goOn: 'Fortsetzen',
  },
  overlay: {
    title: 'Zwei übereinandergelegt',
    first: 'Erste',
    second: 'Zweite',
    presets: 'Sehenswerte Paare',
    weights: (model: string, small: string, fine: string) =>
      `${model}: ${bits(small)} gegen ${bits(fine)}`,
    againstRun: (model: string) => `${model}: Ihr Lauf gegen gierig`,
    swap: 'Seiten tauschen',
    noRun:
      'Es gibt noch keinen Lauf: Machen Sie oben einen, oder rechnen Sie unter „Erkunden“ Fälle und kommen Sie zurück.',
    fetching: 'Die Entscheidungstabelle wird geladen …',
    decisionsOf: 'Entscheidungen von',
    latestRun: 'Ihr letzter Lauf',
    task: 'Aufgabe',
    weightsField: 'Gewichte',
    yourRun: 'Ihr Lauf',
    greedyRun: 'Ihr Lauf, gierig',
    sampledRun: (t: string) => `Ihr Lauf, gezogen bei T = ${t}`,
    shipped: 'mitgeliefert, gierig',
    figure: (first: string, second: string) => `Zuverlässigkeit von ${first} und ${second}`,
    side: (name: string, n: number, accuracy: number, confidence: number, ece: number) =>
      `${name}: ${n} Entscheidungen, Trefferquote ${percent(accuracy)}, mittlere Konfidenz ${percent(confidence)}, ECE ${percent(ece)}.`,
    changed: 'Was sich geändert hat',
    same: 'Beide Seiten sind dieselben Entscheidungen: Jeder Unterschied ist 0.',
    apart:
      'Die beiden Seiten haben keinen Fall gemeinsam, es gibt also keine gepaarten Unterschiede; daneben stehen ihre eigenen Intervalle.',
    computing: 'Die Unterschiede werden berechnet …',
    note:
      'Gefüllte Marken sind die erste Seite, hohle die zweite; darunter die Anteile der Entscheidungen nach Konfidenz, die zweite ' +
      'Seite gestrichelt. Unterschiede sind gepaart: 1000 Bootstrap-Stichproben der Fälle, die beide entschieden haben. Ein Bin ' +
      'öffnet seine Fälle; die Pfeiltasten gehen von Bin zu Bin.',
  },
  difference: {
    moreAccurate: (first: string, second: string, by: Interval) =>
      `ist die Trefferquote von „${first}“ um ${size(by)} Punkte ${by.value > 0 ? 'höher' : 'niedriger'} als die von „${second}“ (${range(by)})`,
    asAccurate: (first: string, second: string, by: Interval) =>
      `ist die Trefferquote von „${first}“ so hoch wie die von „${second}“, soweit so viele Fälle das zeigen (${points(by.value)}, ${range(by)})`,
    ece: (by: Interval) =>
      `der ECE ist um ${size(by)} Punkte ${by.value > 0 ? 'höher' : 'niedriger'} (${range(by)})`,
    sameEce: (by: Interval) =>
      `der ECE unterscheidet sich nicht deutlich (${points(by.value)}, ${range(by)})`,
    whole: (n: number, right: string, calibrated: string, agreement: number) =>
      `Über die ${n} Fälle, die beide entschieden haben, ${right}; ${calibrated}. ` +
      `In ${percent(agreement)} davon wählen beide dieselbe Option.`,
  },
  numbers: {
    region: 'Beide Seiten',
    label: 'Zahlen beider Seiten',
    difference: 'erste − zweite, Punkte',
    rows: {
      accuracy: 'Trefferquote, %',
      ece: 'ECE, %',
      meanConfidence: 'mittlere Konfidenz, %',
    },
    inBoth: (n: number) => `${n} in beiden`,
  },
  bins: {
    summary: 'Beide Diagramme als Tabelle',
    label: 'Bins',
    of: (name: string) => `Bins: ${name}`,
    bin: 'Bin',
    confidence: 'Konfidenz %',
    accuracy: 'Trefferquote %',
    open: (bin: number, name: string) => `Fälle von Bin ${bin} öffnen: ${name}`,
  },
  run: {
    loading: 'Das Modell wird geladen …',
    label: 'Lauf',
    done: (done: number, total: number) => `${done} von ${total} Fällen`,
    left: (duration: string) => ` · noch ${duration}`,
    cancel: 'Lauf abbrechen',
    cases: 'Fälle',
    sample: 'Überlegung ziehen',
    again: 'Erneut ziehen',
    none: 'Es gibt noch keinen Lauf.',
    about: (model: string, count: number, task: string, t: string) =>
      `„${model}“ überlegt in Ihrem Browser zu den ersten ${count} mitgelieferten Fällen von „${task}“, mit bei T = ${t} gezogenen ` +
      'Tokens, und entscheidet neu. Auch jeder andere Lauf, den Sie unter „Erkunden“ machen, kann hier stehen.',
  },
} satisfies CompareStrings;
