import { Component, type ReactNode } from 'react';
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
    const report = `${error.stack ?? error.message}\n${navigator.userAgent}\n${location.href}`;
    return (
      <main className={styles.crash}>
        <h1>The page broke.</h1>
        <p>Reloading brings it back. If it breaks again, this report says where:</p>
        <pre>{report}</pre>
        <p>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>{' '}
          <button type="button" onClick={() => void navigator.clipboard.writeText(report)}>
            Copy the report
          </button>
        </p>
      </main>
    );
  }
}
