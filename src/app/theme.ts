import type { Theme } from '../state/view/page';

const KEY = 'calibration-explorer/theme';

/** The theme kept on this machine; `system` where there is none or storage is closed to us. */
export function storedTheme(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the reader's choice where storage allows. */
export function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A page without storage still changes its theme.
  }
}

/** Colours the page. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
