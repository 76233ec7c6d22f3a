import { numbersOf, type Forms } from '../numbers';
import type { DataStrings } from './en';

const { counted } = numbersOf('de');

const count = (n: number, forms: Forms) =>
  counted(n, forms).replace(/^\d+/, n.toLocaleString('de'));

const TRACES: Forms = { one: 'Trace', other: 'Traces' };
const BAD: Forms = { one: 'fehlerhafte Zeile', other: 'fehlerhafte Zeilen' };
const LEFT_OUT: Forms = {
  one: 'fehlerhafte Zeile ausgelassen',
  other: 'fehlerhafte Zeilen ausgelassen',
};

export const DE = {
  panel: {
    label: 'Ihre Daten',
    lead:
      'Protokolle und Tabellen Ihrer eigenen Modelle: Legen Sie sie hier ab und sagen Sie, was als Entscheidung zählt; die anderen ' +
      'Bereiche zeigen sie dann. Alles wird in dieser Seite gelesen, nichts wird versandt.',
    decision: 'Was als Entscheidung zählt',
  },
  source: {
    linked: 'Verlinkte Daten',
    asks: 'Dieser Link verlangt Daten von einer anderen Website:',
    tells:
      'Werden sie geholt, so erfährt jene Website, dass Sie den Link geöffnet haben; die Richtlinie dieser Seite sperrt andere Websites, sofern sie nicht für Verbindungen gebaut wurde.',
    fetch: 'Holen',
    dont: 'Nicht holen',
    paste: 'Stattdessen Text einfügen',
    pasted: 'Eingefügte Daten',
    pastedName: 'eingefügter Text',
    readPasted: 'Eingefügten Text lesen',
    choose: 'Datei wählen',
    chooseOther: 'Andere Datei wählen',
    file: 'Datendatei',
    drop: 'oder hier ablegen: JSON, JSONL, Parquet oder eine Tabelle, bis 1 GB.',
    formats: 'Lesbare Formate',
    list: 'Formate',
    bins: 'CSV mit Bins, die eine Datenbank summiert hat: lower, upper, n, sum_confidence, sum_correct',
    parquet: 'Parquet mit Entscheidungen, mit unseren Traces oder mit Antworten eines Servers',
    needs:
      'Antworten eines Servers brauchen Log-Wahrscheinlichkeiten (so viele, wie er gibt, etwa "logprobs": true, "top_logprobs": 20); ' +
      'eine Antwort je Zeile, allein oder in einem eigenen Datensatz mit ID, Optionen und Gold. Tabellen brauchen eine Spalte mit ' +
      'Logit oder Wahrscheinlichkeit je Option, oder eine mit der Konfidenz und eine, ob es richtig war; in Parquet auch eine Liste ' +
      'der Logits und eine der Optionen. Entpacken Sie gzip- und zip-Dateien vorher. Das Format wird am Inhalt erkannt, gleich wie ' +
      'die Datei heißt.',
  },
  reading: {
    label: (name: string) => `${name} wird gelesen`,
    fetching: (name: string, size: string) => `${name} wird geholt: ${size}`,
    reading: (name: string, size: string) => `${name} wird gelesen: ${size}`,
    of: (size: string) => ` von ${size}`,
    records: (n: number) => ` · ${n.toLocaleString('de')} Datensätze`,
    cancel: 'Abbrechen',
  },
  read: {
    label: 'Was gelesen wurde',
    close: 'Datei schließen',
    format: 'Erkanntes Format',
    found: (title: string, reason: string, traces: number, bad: number) =>
      `${title}: ${reason}. ${count(traces, TRACES)}, ${bad === 0 ? 'jeder Datensatz lesbar' : count(bad, LEFT_OUT)}.`,
    bad: (n: number) => count(n, BAD),
    badRows: 'Fehlerhafte Zeilen',
    listed: (n: number) => `Die ersten ${n} sind aufgeführt.`,
    first: (n: number) => (n === 1 ? 'Erster Trace' : `Die ersten ${n} Traces`),
    textOf: (id: string) => `Text von ${id}`,
  },
  controls: {
    options: 'Optionen, durch Kommas getrennt',
    surface: 'Ein Token nennt Option A, wenn es so lautet',
    spaced: '„ A“',
    bare: '„A“',
    wide: '„(A“, „A)“, „A.“, „A:“',
    searched: 'Durchsuchte Tokens',
    completion: 'der Antwort',
    prompt: 'des Prompts, wie der Server ihn bewertet hat',
    temperature: 'Zurückzurechnende Temperatur',
    none: 'keine: Log-Wahrscheinlichkeiten sind roh',
    fill: 'Nur ausfüllen, wo der Server Wahrscheinlichkeiten nach der Temperatur aufgezeichnet hat, wie vLLM mit processed_logprobs.',
  },
  gold: {
    file: (example: string) => `Gold-Datei (JSONL), eine Zeile wie ${example}`,
    label: 'Gold-Datei',
    about: (name: string, cases: number) => `${name}: Gold zu ${cases} Fällen`,
    bad: (n: number, first: string) => `, fehlerhafte Zeilen: ${n}. ${first}`,
    drop: 'Gold-Datei weglassen',
  },
  rule: {
    label: 'Wo die Entscheidung steht',
    kinds: {
      recorded: 'wie die Datei es angibt',
      tag: 'nach einer Marke',
      boxed: 'in \\boxed{…}',
      regex: 'nach einem Muster',
      position: 'das Token an einer Stelle',
      'last-option': 'das letzte Token, das eine Option ist',
    },
    position: 'Stelle: 0 ist das erste Token, −1 das letzte',
    tag: 'Marke: Durchsucht wird nur Text nach ihrem letzten Vorkommen',
    patternOfTag: 'Muster: Das Entscheidungs-Token folgt auf seinen letzten Treffer',
    pattern:
      'Muster: sein letzter Treffer; eine Gruppe bezeichnet das Entscheidungs-Token, sonst ist es das Token danach',
  },
  match: {
    label: 'Treffer',
    of: (matched: number, n: number) => `${matched} von ${n}`,
    decisions: (withGold: number, bounded: number) =>
      `Traces haben eine Entscheidung, ${withGold} eine Gold-Option${bounded > 0 ? `; ${bounded} mit einer Option außerhalb des Protokolls, als Intervall bekannt` : ''}.`,
    leftOut: (reasons: string) => `Ausgelassen: ${reasons}.`,
    why: {
      'no-decision': (n: number) => `${n} ohne Treffer`,
      'not-an-option': (n: number) => `${n} mit Treffer an einem Token, das keine Option ist`,
      'cut-off': (n: number) => `${n} vor der Entscheidung abgeschnitten`,
      'no-probability': (n: number) =>
        `${n} ohne aufgezeichnete Wahrscheinlichkeit der Entscheidung`,
    },
    unknownGold: (values: string) => `Gold-Werte, die keine Option nennen: ${values}.`,
    found: 'Gefundene Entscheidungen',
    show: 'Unter „Erkunden“ zeigen',
    counting: 'Wird gezählt … („Datei schließen“ hält an)',
  },
  shown: {
    title: 'Unter „Erkunden“',
    about: (usable: number, all: number, model: string) =>
      `: ${usable} von ${all} Entscheidungen mit Gold, ${model}.`,
    others: 'Die anderen Bereiche zeigen gerade andere Entscheidungen.',
    open: '„Erkunden“ öffnen',
    bounds: 'Schranken des ECE',
    between: 'Erwarteter Kalibrierungsfehler zwischen',
    and: 'und',
    outside: (outside: number, n: number, partly: number) =>
      `: ${outside} von ${n} Zeilen haben eine Option außerhalb des Protokolls${partly > 0 ? `, ${partly} weitere eine Schreibweise davon` : ''}.`,
    exact: 'Beide Enden sind erreichbar.',
    enclosing: 'Diese Enden umschließen, was erreichbar ist.',
    note: (t: string, scale: string, calibrated: boolean) =>
      `Der Stichprobenfehler kommt hinzu. Die eine Zahl unter „Erkunden“ zählt, was außerhalb liegt, als 0. Bei T = ${t}, α = ${scale}${calibrated ? ', ohne den Kalibrator' : ''}.`,
  },
} satisfies DataStrings;
