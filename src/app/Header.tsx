import { useStore } from 'zustand';
import { useExplorer } from '../panels/context';
import { THEMES, type Theme } from '../state/view/page';
import { useLocale, useStrings } from '../strings/language';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../strings/locale';
import { PAGE_STRINGS } from '../strings/page';
import { keepLocale } from './language';
import { OfflineButton } from './offline/OfflineButton';
import { PANEL_COMPONENTS } from './panels';
import { keepTheme, storedTheme } from './theme';
import styles from './app.module.css';

function Language() {
  const { view } = useExplorer();
  const { language } = useStrings(PAGE_STRINGS);
  return (
    <label>
      {language}{' '}
      <select
        value={useLocale()}
        onChange={(event) => {
          const locale = event.target.value as Locale;
          keepLocale(locale);
          view.change('language', { locale });
        }}
      >
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {LANGUAGE_NAMES[locale]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Display() {
  const { view } = useExplorer();
  const strings = useStrings(PAGE_STRINGS);
  const { theme, presenter } = useStore(view, (state) => state.page);
  return (
    <div className={styles.display}>
      <OfflineButton />
      <label>
        <input
          type="checkbox"
          checked={presenter}
          onChange={(event) => view.change('page', { presenter: event.target.checked })}
        />{' '}
        {strings.presenter}
      </label>
      <label>
        {strings.theme}{' '}
        <select
          value={theme ?? storedTheme()}
          onChange={(event) => {
            const next = event.target.value as Theme;
            keepTheme(next);
            view.change('page', { theme: next });
          }}
        >
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {strings.themes[name]}
            </option>
          ))}
        </select>
      </label>
      <Language />
    </div>
  );
}

/** Name of the page, its panels, and how it is shown. */
export function Header() {
  const { view } = useExplorer();
  const strings = useStrings(PAGE_STRINGS);
  const current = useStore(view, (state) => state.page.panel);
  const bare = useStore(
    view,
    ({ page, learn }) => page.panel === 'learn' && learn.hide.includes('panels'),
  );
  return (
    <header className={styles.header}>
      <h1>{strings.title}</h1>
      {!bare && (
        <nav aria-label={strings.panels.label} className={styles.panels}>
          {PANEL_COMPONENTS.map(({ name }) => (
            <button
              key={name}
              type="button"
              aria-current={name === current ? 'page' : undefined}
              onClick={() => view.change('page', { panel: name })}
            >
              {strings.panels[name]}
            </button>
          ))}
        </nav>
      )}
      <Display />
    </header>
  );
}
