import { useState } from 'react';
import { ExplorePanel } from '../panels/explore/ExplorePanel';
import { applyTheme, storedTheme, type Theme } from './theme';
import styles from './app.module.css';

function ThemePicker() {
  const [theme, setTheme] = useState(storedTheme);
  const change = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <label>
      Theme{' '}
      <select value={theme} onChange={(event) => change(event.target.value as Theme)}>
        <option value="system">system</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select>
    </label>
  );
}

export function App() {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>Calibration Explorer</h1>
        <p>How sure is a language model of its decision, and is it right as often as it is sure?</p>
        <ThemePicker />
      </header>
      <main>
        <ExplorePanel />
      </main>
    </div>
  );
}
