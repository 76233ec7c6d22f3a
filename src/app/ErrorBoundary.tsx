import { Component, type ReactNode } from 'react';
import { CRASH_STRINGS } from '../strings/crash';
import { isLocale } from '../strings/locale';
import { crashReport } from './crashReport';
import styles from './app.module.css';

/** Shows what broke, with a report to copy, instead of an empty page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const { lang } = document.documentElement;
    const strings = CRASH_STRINGS[isLocale(lang) ? lang : 'en'];
    const report = crashReport(error, navigator.userAgent, location.href);
    return (
      <main className={styles.crash}>
        <h1>{strings.title}</h1>
        <p>{strings.lead}</p>
        <pre lang="en">{report}</pre>
        <p>
          <button type="button" onClick={() => location.reload()}>
            {strings.reload}
          </button>{' '}
          <button type="button" onClick={() => void navigator.clipboard.writeText(report)}>
            {strings.copy}
          </button>
        </p>
      </main>
    );
  }
}
