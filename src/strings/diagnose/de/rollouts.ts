import { numbersOf } from '../../numbers';
import type { ROLLOUTS as EN } from '../en/rollouts';

const { percent, probability } = numbersOf('de');

export const ROLLOUTS = {
  count: 'Anzahl Rollouts',
  run: (n, t) => `${n} Rollouts bei T = ${t} ziehen`,
  origin: (t, seed, n) => ` · gezogen bei T = ${t}, Seed ${seed} · n = ${n}`,
  empty:
    'Zu diesem Fall gibt es noch keine Rollouts. Der Knopf zieht sie: derselbe Fall, jedes Mal neu überlegt.',
  confidence: {
    label: 'Konfidenz der Rollouts',
    title: 'Wie sicher sich jeder Rollout seiner Entscheidung ist',
    count: (certain, n) => `${certain} von ${n}`,
    certain: (share) => `haben p > 0,99: ${percent(share)}`,
    undecided: (n) => ` · ${n} ohne Entscheidung, nicht gezählt`,
    histogram: 'Histogramm von p(Entscheidungs-Token)',
    axis: 'p(Entscheidungs-Token), über die Optionen renormiert',
    decided: 'entschieden',
    summary: (certain, n, share, { low, high }, groups) =>
      `${certain} von ${n} Rollouts haben p(Entscheidungs-Token) über 0,99: ${percent(share)}, ` +
      `95-%-Intervall ${percent(low)} bis ${percent(high)}. ${groups}`,
  },
  agreement: {
    label: 'Übereinstimmung',
    title: 'Übereinstimmung, Konfidenz des Tokens und Posterior',
    chart: 'Übereinstimmung je Option',
    undecided: 'Kein Rollout hat entschieden.',
    majority: (option, count, decided, confidence) =>
      `Die meisten Rollouts entscheiden sich für ${option}: ${count} von ${decided}. Ihre Konfidenz ist im Mittel ${probability(confidence)}`,
    posterior: (p) =>
      `; nach dem Fall allein ist das mit Wahrscheinlichkeit ${probability(p)} richtig.`,
    share: (share, { low, high }, n) =>
      `Übereinstimmung ${percent(share)}, 95-%-Intervall ${percent(low)} – ${percent(high)}, n = ${n}`,
    marks: {
      share: 'Anteil der Rollouts, 95-%-Intervall',
      confidence: 'mittleres p(Entscheidungs-Token) dieser Rollouts',
      posterior: 'Posterior',
    },
  },
  list: {
    label: 'Liste der Rollouts',
    title: 'Jeder Rollout',
    note: 'ein Klick öffnet den Trace; gestrichelt: falsch',
    open: 'Rollout öffnen',
    decided: (i, option, p, verdict) =>
      `Rollout Nr. ${i}: ${option}, p ${p}${verdict === null ? '' : `, ${verdict}`}`,
    undecided: (i) => `Rollout Nr. ${i}: keine Entscheidung`,
  },
  tables: {
    title: 'Rollouts als Tabellen',
    agreement: 'Übereinstimmung, Zahlen',
    histogram: 'Histogramm, Zahlen',
    option: 'Option',
    rollouts: 'Rollouts',
    share: 'Anteil %',
    interval: '95-%-Intervall',
    mean: 'mittleres p',
    posterior: 'Posterior',
    of: (count, n) => `${count} von ${n}`,
    p: 'p(Entscheidungs-Token)',
  },
} satisfies typeof EN;
