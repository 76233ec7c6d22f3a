import { numbersOf } from '../numbers';
import type { ControlStrings } from './en';

const { counted, megabytes, fixed } = numbersOf('de');

export const DE = {
  case: {
    edited: 'Geänderter Fall',
    case: 'Fall',
    number: 'Nummer des Falls',
    previous: 'Voriger Fall',
    next: 'Nächster Fall',
    shuffle: 'Zufällig',
    undo: 'Änderungen zurücknehmen',
  },
  choice: {
    model: 'Modell',
    parameters: (millions: number) => `${fixed(millions, 1)} Mio. Parameter`,
    task: 'Aufgabe',
    weights: 'Gewichte',
    dtypes: { fp32: '32 Bit', q8: '8 Bit', q4: '4 Bit' },
    connected: 'wie verbunden',
    decoding: 'Dekodierung',
    modes: { greedy: 'gierig', sample: 'gezogen' },
  },
  run: {
    seed: 'Seed',
    count: (most: number) => `Eine ganze Zahl von 1 bis ${most}.`,
    badSeed: 'Der Seed ist eine ganze Zahl.',
  },
  sliders: {
    temperature: 'Temperatur',
    temperatureHelp:
      'Teilt alle Logits: färbt den Trace um, skaliert die Entscheidung, zieht neue Traces.',
    scale: 'Skala des Entscheidungs-Tokens',
    scaleHelp: 'Multipliziert nur die Logits des Entscheidungs-Tokens.',
    value: (name: string) => `${name}, Wert`,
    range: (min: string, max: string) => `${min} bis ${max}`,
    reset: 'Auf 1',
    resetOf: (name: string) => `${name} auf 1 setzen`,
  },
  engine: {
    label: 'Modell',
    idle: 'Die gezeigten Zahlen wurden vorab berechnet. Das Modell wird mit dem ersten Trace geladen.',
    failed: 'Das Modell ist nicht geladen.',
    starting: 'Beginnt',
    stages: {
      runtime: 'Die Laufzeit wird geholt',
      download: 'Die Gewichte werden geholt',
      verify: 'Die Gewichte werden geprüft',
      session: 'Das Modell wird vorbereitet',
      'self-test': 'Die Zahlen werden geprüft',
      probe: 'Der Server wird befragt',
    },
    bytes: (loaded: number, total: number) => ` · ${megabytes(loaded)} von ${megabytes(total)}`,
    loading: 'Das Modell wird geladen',
    served: (backend: string) =>
      `Berechnet von ${backend}, wie geliefert: Von hier aus lassen sich die Zahlen nicht prüfen.`,
    untested: (backend: string, dtype: string) => `Läuft hier auf ${backend} in ${dtype}.`,
    runs: (backend: string, within: string) =>
      `Läuft hier auf ${backend}. Selbsttest bestanden: Logits auf ${within} gleich der Referenz.`,
    refused: (backend: string, reason: string) => `${backend} nicht verwendet: ${reason}`,
  },
  calibrator: {
    label: 'Kalibrator',
    none: 'keiner',
    about:
      'Lernt an einer Hälfte der Fälle, wie weit einer Konfidenz zu trauen ist, und wird an der anderen gezeigt.',
    barycentre: {
      applies:
        'Das Ziel dieses Arms zahlt einer falschen Wahl noch 1/K; ein vollkommen trainiertes Modell behauptet daher π + (1 − π)/K, wo es mit ' +
        'Wahrscheinlichkeit π richtig liegt. Die Korrektur nimmt das genau zurück, ohne Gold.',
      warning:
        'Nur der kalibrierungsbewusste Arm mit dem Ziel des Papers hat diese Verzerrung. Bei diesem Modell nimmt die Korrektur ' +
        'etwas zurück, was nicht da ist: Lesen Sie ihre Zahlen als Warnung.',
    },
  },
  calibrators: {
    temperature: {
      title: 'Temperatur',
      sentence: 'Teilt alle Logits durch eine Zahl: die, mit der Gold am wahrscheinlichsten wird.',
    },
    scale: {
      title: 'Skala des Entscheidungs-Tokens',
      sentence:
        'Multipliziert die Logits des Entscheidungs-Tokens mit einer Zahl: dieselben Abbildungen wie die Temperatur, ohne die Überlegung anzurühren.',
    },
    mixing: {
      title: 'Mischen mit dem Zufall',
      sentence: 'Mischt jede Wahrscheinlichkeit mit der gleichmäßigen: (1 − ε)·p + ε/K.',
    },
    barycentre: {
      title: 'Schwerpunkt-Korrektur',
      sentence:
        'Nimmt die bekannte Verzerrung durch das Ziel des Papers zurück: π = (K·p − 1)/(K − 1). Braucht kein Gold.',
    },
    platt: {
      title: 'Platt-Skalierung',
      sentence: 'Eine Sigmoide mit Steigung und Achsenabschnitt auf den Log-Odds der Konfidenz.',
    },
    isotonic: {
      title: 'Isotone Regression',
      sentence: 'Die beste Linie beliebiger Form, auf der mehr Konfidenz nie weniger bedeutet.',
    },
    histogram: {
      title: 'Histogramm-Bins',
      sentence: 'In jedem von 15 Bins wird die Konfidenz zum Anteil, der richtig war.',
    },
    beta: {
      title: 'Beta-Kalibrierung',
      sentence: 'Drei Parameter auf ln c und ln(1 − c): Beide Enden biegen sich für sich.',
    },
    'scaling-binning': {
      title: 'Skalieren und Bins',
      sentence: 'Platt-Skalierung, in 15 Bins gemittelt, so dass ihr eigener Fehler messbar ist.',
    },
  },
  trace: {
    title: 'Trace',
    tokens: 'Tokens',
    empty:
      'Zu diesem Fall gibt es noch keinen Trace. Erzeugen Sie einen: Das Modell überlegt hier, in Ihrem Browser.',
    reading: 'Das Modell liest den Fall …',
    token: (text: string, p: string, decision: boolean) =>
      `${decision ? 'Entscheidungs-Token' : 'Token'} ${text}, p ${p}`,
    lineBreak: 'Zeilenumbruch',
    alternatives: 'Alternativen des Tokens',
    weighed: (decision: boolean, logged: boolean) =>
      `${decision ? 'Beim Entscheidungs-Token' : 'Bei diesem Token'} wog das Modell ab${logged ? ' (unter den aufgezeichneten Tokens)' : ''}`,
    sampled: (t: string) => `Gezogen bei T = ${t}; die Farben folgen dem Regler.`,
    again: (t: string) => `Bei T = ${t} neu ziehen`,
    length: 'Am Token-Limit abgeschnitten.',
    aborted: 'Vor dem Ende angehalten.',
  },
  decision: {
    title: 'Entscheidungs-Token',
    empty: 'Es leuchtet auf, wenn ein Trace seine Entscheidung nennt.',
    right: 'richtig',
    wrong: 'falsch',
    missing: {
      'no-decision': 'Keine Entscheidung: Der Trace endet ohne „Answer: …“ nach der Überlegung.',
      'not-an-option': 'Keine Entscheidung: Was auf „Answer:“ folgt, ist keine der Optionen.',
      'cut-off': 'Keine Entscheidung: Der Trace wurde vorher abgeschnitten.',
      'no-probability':
        'Keine Entscheidung: Die Wahrscheinlichkeit des Entscheidungs-Tokens ist nicht aufgezeichnet.',
    },
    logits: 'Wirksame Logits',
    option: 'Option',
    logit: 'Logit',
    gold: 'Gold',
    posterior: 'Posterior',
    mass: (share: string) => `Optionsmasse ${share}: was das ganze Vokabular diesen Optionen gab.`,
  },
  decisions: (n: number) => counted(n, { one: 'Entscheidung', other: 'Entscheidungen' }),
} satisfies ControlStrings;
