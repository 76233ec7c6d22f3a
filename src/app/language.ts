import { isLocale, pickLocale, type Locale } from '../strings/locale';

const KEY = 'calibration-explorer/language';

function keptLocale(): Locale | null {
  try {
    const value = localStorage.getItem(KEY);
    return isLocale(value) ? value : null;
  } catch {
    return null;
  }
}

/** The language to show: the link's, else the kept one, else the machine's. */
export function localeOf(linked: Locale | null): Locale {
  return pickLocale(linked, keptLocale(), navigator.languages);
}

/** Keeps the reader's choice where storage allows. */
export function keepLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // A page without storage still changes its language.
  }
}
