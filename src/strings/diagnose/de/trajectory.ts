import { numbersOf } from '../../numbers';
import type { TRAJECTORY as EN } from '../en/trajectory';

const { probability } = numbersOf('de');

export const TRAJECTORY = {
  label: 'Verlauf',
  title: 'Die Entscheidung, nach jeder Zeile der Überlegung erzwungen',
  forms: 'Wann die Entscheidung entsteht',
  chart: 'Verlauf der Entscheidung',
  unknown: 'Die Entscheidung nach der ganzen Überlegung ist nicht bekannt.',
  summary: (formed, last, option, changes) => {
    const from = formed === 0 ? 'Bevor eine Zeile gelesen ist' : `Ab Zeile ${formed} von ${last}`;
    const often =
      changes === 0
        ? 'ändert sie sich unterwegs nie'
        : `ändert sie sich unterwegs ${changes === 1 ? 'einmal' : `${changes}-mal`}`;
    return `${from} lautet die Entscheidung ${option}. Nach jeder Zeile erzwungen, ${often}.`;
  },
  drawn: (option) =>
    ` Der Trace selbst entschied sich für ${option}: Das wurde gegen die Wahrscheinlichkeit gezogen.`,
  before: 'Vor der ersten Zeile',
  line: (step, last, text) => `Zeile ${step} von ${last}, „${text}“`,
  undecided: ': keine Entscheidung.',
  decides: (option, p) => `: entscheidet sich für ${option} mit ${probability(p)}`,
  posterior: (p) => `; der Posterior gibt dieser Option ${probability(p)}.`,
  reason: 'Gierig überlegen, dann die Entscheidung an jeder Zeile erzwingen',
  force: 'Entscheidung an jeder Zeile des gezeigten Trace erzwingen',
  origin: (n) => ` · n = ${n} erzwungene Entscheidungen eines Trace`,
  empty:
    'Zu diesem Trace gibt es noch keinen Verlauf. Der Knopf schließt die Überlegung nach jeder ihrer Zeilen ab und fragt dort nach der Entscheidung.',
  table: {
    summary: 'Verlauf als Tabelle',
    region: 'Verlauf, Zahlen',
    line: 'Zeile der Überlegung',
    decides: 'entscheidet',
    posterior: (option) => `Posterior ${option}`,
    first: 'vor jeder',
  },
} satisfies typeof EN;
