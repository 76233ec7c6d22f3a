export type Theme = 'system' | 'light' | 'dark';

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

/** Applies a theme to the page and keeps it where storage allows. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A page without storage still changes its theme.
  }
}
