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
} satisfies PageStrings;
