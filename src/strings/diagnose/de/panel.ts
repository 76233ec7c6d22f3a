import { numbersOf } from '../../numbers';
import type { PANEL as EN } from '../en/panel';

const { megabytes } = numbersOf('de');

export const PANEL = {
  tools: {
    label: 'Werkzeuge der Untersuchung',
    rollouts: {
      title: 'Rollouts',
      lead:
        'Derselbe Fall, viele Male überlegt: wie sicher sich jeder Rollout seiner Entscheidung ist und wie weit sie übereinstimmen. ' +
        'Das Paper fand bei 97,6–99,9 % der Rollouts p > 0,99, ob richtig oder falsch: Es gibt keinen kalibrierten Rollout, den RL verstärken könnte.',
    },
    swap: {
      title: 'Tausch',
      lead:
        'Eine Überlegung, die für eine andere Option spricht, wird vor die Entscheidung gesetzt, und das Modell entscheidet noch einmal. ' +
        'Im Paper kippen 92–100 % der Entscheidungen und bleiben bei p ≈ 1: Das Entscheidungs-Token wird von der Überlegung abgelesen und trägt keine Konfidenz.',
    },
    trajectory: {
      title: 'Verlauf',
      lead:
        'Die nach jeder Zeile der Überlegung erzwungene Entscheidung zeigt, wo sie entsteht, neben dem Posterior nach denselben Hinweisen. ' +
        'Nach dem Paper liest das Entscheidungs-Token nur ab, was die Überlegung geschlossen hat: Hier ist die Zeile, die den Ausschlag gibt.',
    },
    branch: {
      title: 'Verzweigen',
      lead:
        'Nehmen Sie irgendwo im Trace ein anderes Token und lassen Sie das Modell von dort weitermachen: Folgt die Entscheidung der ' +
        'Überlegung, und wie wenig genügt dafür? Im Paper folgt sie: Mit einer Überlegung für eine andere Option davor kippen ' +
        '92–100 % der Entscheidungen und bleiben ebenso konfident.',
    },
    'option-mass': {
      title: 'Optionsmasse',
      lead:
        'Was das ganze Vokabular beim Entscheidungs-Token enthält, welche Zeichenfolgen als Option zählen und was das Weglassen des ' +
        'Restes mit dem Kalibrierungsfehler macht. Im Paper geben 97,6–99,9 % der Rollouts dem gewählten Token mehr als 0,99; es ' +
        'bleibt also wenig außerhalb.',
    },
    posterior: {
      title: 'Posterior',
      lead:
        'Konfidenz gegen die wahre Wahrscheinlichkeit der gewählten Option (Posterior), bei erzeugten Aufgaben genau bekannt. Das Paper ' +
        'hat keine solche Wahrheit zum Vergleich; es findet, dass nach RLVR die Konfidenz Richtig und Falsch kaum trennt (AUROC etwa 56 %).',
    },
  },
  what: 'Modell und Fall',
  scrolls: (label) => `${label}, verschiebbar`,
  cancel: 'Abbrechen',
  stop: 'Anhalten',
  yes: 'ja',
  no: 'nein',
  right: 'richtig',
  wrong: 'falsch',
  gold: 'Gold',
  interval: (low, high) => `95-%-Intervall ${low} – ${high}`,
  noDecisions:
    'Noch keine Entscheidungen. Wählen Sie ein mitgeliefertes Modell oder rechnen Sie unter „Erkunden“ einige Fälle.',
  job: {
    loads: (model, bytes) =>
      `Lädt zuerst „${model}“: ${megabytes(bytes)} Gewichte und einmal die Laufzeit. Danach läuft alles hier, in Ihrem Browser.`,
    units: {
      rollouts: 'Rollouts',
      cases: 'Fällen',
      decisions: 'Entscheidungen',
      lines: 'Zeilen',
    },
    label: (unit) => `Fortschritt bei ${unit}`,
    loading: 'Das Modell wird geladen …',
    done: (done, total, unit) => `${done} von ${total} ${unit}`,
    stopped: ' · angehalten, das Fertige bleibt',
  },
  needsTrace: {
    branch: 'Zu diesem Fall gibt es noch keinen Trace. Erzeugen Sie einen, um davon abzuzweigen.',
    mass: 'Zu diesem Fall gibt es noch keinen Trace. Erzeugen Sie einen, um zu sehen, was das Vokabular bei seinem Entscheidungs-Token enthält.',
    generate: 'Trace erzeugen',
    reasoning: (tokens) => `Das Modell überlegt: bisher ${tokens} Tokens.`,
  },
} satisfies typeof EN;
