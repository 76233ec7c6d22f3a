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
  description:
    'See, test and teach the confidence of language models: a small model reasons in your browser, its decision token lights up, and the reliability diagram follows the sliders.',
  /** The page's title, while a run is under way in another tab. */
  running: (done: number, total: number, title: string) => `${done}/${total} · ${title}`,
  run: {
    kept: 'Kept run',
    whole: (done: number, model: string, task: string) =>
      `Your run of ${done} cases (${model} on ${task}) is kept.`,
    part: (done: number, count: number, model: string, task: string, stopped: boolean) =>
      `Your run of ${done} of ${count} cases (${model} on ${task}) was ${stopped ? 'stopped' : 'interrupted'}. What it finished is kept.`,
    show: 'Show',
    goOn: 'Continue',
    discard: 'Discard',
    elsewhere: 'Other tab',
    shared: 'Another tab is running cases too. Both share this machine, so each is slower.',
    storage: 'Storage problem',
  },
  update: {
    room: 'No room',
    label: 'Update',
    waiting: 'A new version is ready.',
    elsewhere:
      'Another tab has taken the new version. This one goes on with the old one until you reload.',
    reload: 'Reload',
    later: 'Later',
  },
};

export type PageStrings = typeof EN;
