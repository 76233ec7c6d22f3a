import { Suspense, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { useExplorer } from '../panels/context';
import { ErrorNotice } from '../panels/ErrorNotice';
import { EmbedFrame } from './embed/EmbedFrame';
import { Header } from './Header';
import { UpdateNotice } from './offline/UpdateNotice';
import { PANEL_COMPONENTS } from './panels';
import { RunNotice } from './RunNotice';
import { applyTheme, storedTheme } from './theme';
import styles from './app.module.css';

export function App() {
  const { view } = useExplorer();
  const { panel, presenter, theme } = useStore(view, (state) => state.page);
  const { Component } = PANEL_COMPONENTS.find(({ name }) => name === panel) ?? PANEL_COMPONENTS[0]!;
  useLayoutEffect(() => {
    applyTheme(theme ?? storedTheme());
    document.documentElement.dataset.presenter = String(presenter);
  }, [theme, presenter]);
  const embedded = useStore(view, ({ embed }) => embed.parts !== null);
  const content = (
    <>
      <ErrorNotice />
      <Suspense fallback={<p className={styles.fetching}>Fetching the panel …</p>}>
        <Component />
      </Suspense>
    </>
  );
  if (embedded) return <EmbedFrame>{content}</EmbedFrame>;
  return (
    <div className={styles.page}>
      <Header />
      <main>
        <UpdateNotice />
        <RunNotice />
        {content}
      </main>
    </div>
  );
}
