import { numbersOf } from '../../numbers';
import type { POSTERIOR as EN } from '../en/posterior';

const { percent, probability } = numbersOf('de');

export const POSTERIOR = {
  unknown:
    'Der wahre Posterior dieser Fälle ist nicht bekannt: Es gibt ihn nur bei erzeugten Aufgaben. Wählen Sie eine davon unter „Aufgabe“.',
  label: 'Was das Streudiagramm zeigt',
  summary: (n, gridded, fit) =>
    `${n} Fälle${gridded ? ', gezählt in einem Gitter aus 40 × 40 Zellen' : ', je eine Marke'}: Die Konfidenz liegt im Mittel um ${probability(fit.absolute)} ` +
    `neben dem Posterior der gewählten Option und um ${probability(Math.abs(fit.signed))} ${fit.signed >= 0 ? 'darüber' : 'darunter'}. ` +
    `In ${percent(fit.agrees)} der Fälle wählte das Modell die Option, für die der Posterior spricht.`,
  caption: 'Konfidenz gegen Posterior,',
  keys: 'Die Pfeiltasten gehen nach Konfidenz von Fall zu Fall, die Bildtasten schneller; Eingabetaste oder Klick öffnet einen.',
  point: (name, confidence, option, posterior, right) =>
    `${name}: Konfidenz ${probability(confidence)} für ${option}, Posterior ${probability(posterior)}, ${right ? 'richtig' : 'falsch'}`,
  pointCase: (number) => `Fall ${number}`,
  case: {
    label: 'Fall des Streudiagramms',
    name: (number) => `Fall ${number}`,
    options: 'Optionen des Falls',
    option: 'Option',
    posterior: 'Posterior',
    opened: 'Dieser Fall ist gerade geöffnet; sein Trace steht daneben.',
    open: 'Diesen Fall und seinen Trace öffnen',
  },
  fit: {
    label: 'Abstand vom Posterior',
    model: 'Modell',
    itself: 'Posterior selbst',
    accuracy: 'Trefferquote, %',
    ece: 'ECE, %',
    absolute: 'Mittel von |Konfidenz − Posterior|',
    signed: 'Mittel von Konfidenz − Posterior',
    correlation: 'Korrelation',
    kl: 'KL(Posterior ‖ Modell), Nats',
    note: (expected) =>
      `Niemand kann öfter richtig liegen als mit der wahrscheinlichsten Option: ${percent(expected)} sind bei diesen Fällen zu erwarten. ` +
      'Der ECE des Posteriors ist nicht 0, weil n endlich ist: die Untergrenze für jedes Modell hier.',
    intervals: (resamples) => ` 95-%-Bootstrap-Intervalle, ${resamples} Stichproben.`,
    clipped: (n) =>
      ` Die KL-Divergenz ist in ${n} Gliedern beschränkt, in denen das Modell einer Option nichts gab.`,
  },
  options: {
    summary: 'Alle Optionen als Tabelle',
    label: 'Alle Optionen',
    option: 'Option',
    model: 'mittleres p',
    posterior: 'mittlerer Posterior',
    absolute: 'Mittel von |p − Posterior|',
    correlation: 'Korrelation',
  },
} satisfies typeof EN;
