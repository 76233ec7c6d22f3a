/** The page around the panels. */
export const EN = {
  title: 'Calibration Explorer',
  panels: {
    label: 'Panels',
    explore: 'Explore',
    compare: 'Compare',
    diagnose: 'Diagnose',
    defer: 'Defer',
    data: 'Data',
    learn: 'Learn',
  },
  offline: 'Offline',
  presenter: 'Presenter',
  theme: 'Theme',
  themes: { system: 'system', light: 'light', dark: 'dark' },
  language: 'Language',
  fetching: 'Fetching the panel …',
  dismiss: 'Dismiss',
};

export type PageStrings = typeof EN;
