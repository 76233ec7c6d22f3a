import { numbersOf } from '../../numbers';
import type { SWAP as EN } from '../en/swap';

const { percent, probability } = numbersOf('de');

export const SWAP = {
  one: { label: 'Diesen Fall tauschen', title: 'Dieser Fall' },
  many: { label: 'Viele Fälle tauschen', title: 'Viele Fälle' },
  argue: 'Sprechen für',
  rules: {
    likeliest: 'die wahrscheinlichste andere Option',
    unlikeliest: 'die unwahrscheinlichste Option',
    gold: 'die Gold-Option',
  },
  case: {
    ungenerated:
      'Eine Überlegung für eine andere Option wird aus den Hinweisen eines erzeugten Falls geschrieben. Nehmen Sie einen: Sein Prompt darf geändert werden, muss aber einer der Aufgabe bleiben.',
    another: 'eine andere Option',
    own: '(eigene Entscheidung)',
    ruledOut: '(ausgeschlossen)',
    run: (option) => `Für ${option} sprechen und neu entscheiden`,
    origin: ' · ein Fall, gierig entschieden',
    first: (option) =>
      `Das Modell entscheidet zuerst allein, dann noch einmal, mit einer Überlegung, die für ${option} spricht, anstelle der eigenen.`,
    again: (option) =>
      `Das Modell entscheidet noch einmal, mit einer Überlegung, die für ${option} spricht, anstelle der eigenen.`,
  },
  outcome: {
    label: 'Ergebnis des Tauschs',
    at: (option, p) => `${option} mit ${probability(p)}`,
    nothing: 'nichts',
    sentence: (own, target, after, flips) =>
      `Nach eigener Überlegung entscheidet sich das Modell für ${own}; nach einer Überlegung für ${target} entscheidet es sich für ${after}: Die Entscheidung ` +
      (flips ? 'kippt.' : 'kippt nicht.'),
    before: 'p(Option) vorher',
    after: 'nachher',
    chart: 'Entscheidung vor und nach dem Tausch',
    asTable: 'Vorher und nachher als Tabelle',
    columns: {
      option: 'Option',
      before: 'p vorher',
      after: 'p nachher',
      posterior: 'Posterior',
    },
    target: '(dafür gesprochen)',
    own: 'Eigene Überlegung',
    argued: (option) => `Überlegung für ${option}`,
    confidence: (p) => `Konfidenz ${probability(p)}`,
    undecided: 'keine Entscheidung: Das Token nach „Answer:“ ist keine der Optionen',
    open: 'Trace öffnen',
  },
  batch: {
    count: 'Fälle',
    run: (n) => `${n} Fälle tauschen`,
    origin: (seed, rule, n) => ` · Seed ${seed} · gesprochen für ${rule} · n = ${n}`,
    empty:
      'Noch nichts getauscht. Der Knopf lässt jeden Fall zweimal entscheiden: nach der eigenen Überlegung des Modells und nach einer, die für eine andere Option spricht.',
    rate: 'Anteil, der kippt',
    flip: 'der Entscheidungen kippen',
    of: (flips, n, low, high) =>
      `${flips} von n = ${n} · 95-%-Intervall ${percent(low)} – ${percent(high)}`,
    median: (before) => `Mediane Konfidenz ${probability(before)} vor dem Tausch,`,
    medianAfter: 'danach.',
    leftOut: (parts) => ` Nicht gezählt: ${parts}.`,
    already: (n) => `${n}, bei denen sich das Modell von selbst für das Ziel entschied`,
    undecided: (n) => `${n} ohne eigene Entscheidung`,
    noArgument: (n) => `${n}, in denen sich nichts für das Ziel lesen lässt`,
  },
  matrix: {
    label: 'Konfidenz vorher und nachher',
    caption: 'Fälle nach Konfidenz vor dem Tausch (Zeilen) und danach (Spalten)',
    corner: 'vorher \\ nachher',
  },
  cases: {
    summary: 'Fälle als Tabelle',
    label: 'Getauschte Fälle',
    columns: {
      case: 'Fall',
      before: 'vorher',
      target: 'gesprochen für',
      after: 'nachher',
      flips: 'kippt',
    },
  },
} satisfies typeof EN;
