import { useStore } from 'zustand';
import { useExplorer } from '../panels/context';
import { THEMES, type Theme } from '../state/view/page';
import { OfflineButton } from './offline/OfflineButton';
import { PANEL_COMPONENTS } from './panels';
import { keepTheme, storedTheme } from './theme';
import styles from './app.module.css';

function Display() {
  const { view } = useExplorer();
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
        Presenter
      </label>
      <label>
        Theme{' '}
        <select
          value={theme ?? storedTheme()}
          onChange={(event) => {
            const next = event.target.value as Theme;
            keepTheme(next);
            view.change('page', { theme: next });
          }}
        >
          {THEMES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Name of the page, its panels, and how it is shown. */
export function Header() {
  const { view } = useExplorer();
  const current = useStore(view, (state) => state.page.panel);
  return (
    <header className={styles.header}>
      <h1>Calibration Explorer</h1>
      {PANEL_COMPONENTS.length > 1 && (
        <nav aria-label="Panels" className={styles.panels}>
          {PANEL_COMPONENTS.map(({ name, title }) => (
            <button
              key={name}
              type="button"
              aria-current={name === current ? 'page' : undefined}
              onClick={() => view.change('page', { panel: name })}
            >
              {title}
            </button>
          ))}
        </nav>
      )}
      <Display />
    </header>
  );
}
