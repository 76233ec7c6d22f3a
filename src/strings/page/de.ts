import type { PageStrings } from './en';

export const DE = {
  title: 'Calibration Explorer',
  panels: {
    label: 'Bereiche',
    explore: 'Erkunden',
    compare: 'Vergleichen',
    diagnose: 'Untersuchen',
    defer: 'Abgeben',
    data: 'Daten',
    learn: 'Lernen',
  },
  offline: 'Offline',
  presenter: 'Vortrag',
  theme: 'Farben',
  themes: { system: 'System', light: 'hell', dark: 'dunkel' },
  language: 'Sprache',
  fetching: 'Der Bereich wird geladen …',
  dismiss: 'Schließen',
  description:
    'Die Konfidenz von Sprachmodellen sehen, prüfen und lehren: Ein kleines Modell überlegt in Ihrem Browser, sein Entscheidungs-Token leuchtet auf, und das Zuverlässigkeitsdiagramm folgt den Reglern.',
  running: (done, total, title) => `${done}/${total} · ${title}`,
  run: {
    kept: 'Behaltener Lauf',
    whole: (done, model, task) =>
      `Ihr Lauf mit ${done} Fällen („${model}“ auf „${task}“) ist aufbewahrt.`,
    part: (done, count, model, task, stopped) =>
      `Ihr Lauf („${model}“ auf „${task}“) wurde nach ${done} von ${count} Fällen ${stopped ? 'angehalten' : 'unterbrochen'}. Das Fertige ist aufbewahrt.`,
    show: 'Zeigen',
    goOn: 'Fortsetzen',
    discard: 'Verwerfen',
    elsewhere: 'Anderer Tab',
    shared:
      'Auch ein anderer Tab rechnet gerade Fälle. Beide teilen sich diesen Rechner, jeder ist also langsamer.',
    storage: 'Schwierigkeit beim Speichern',
  },
  update: {
    room: 'Kein Platz',
    label: 'Neue Fassung',
    waiting: 'Eine neue Fassung liegt bereit.',
    elsewhere:
      'Ein anderer Tab hat die neue Fassung übernommen. Dieser arbeitet mit der alten weiter, bis Sie neu laden.',
    reload: 'Neu laden',
    later: 'Später',
  },
} satisfies PageStrings;
