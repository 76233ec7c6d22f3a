import { Suspense, useDeferredValue, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { useExplorer } from '../panels/context';
import { ErrorNotice } from '../panels/ErrorNotice';
import { EmbedFrame } from './embed/EmbedFrame';
import { LanguageContext, useLocale, useStrings } from '../strings/language';
import { PAGE_STRINGS } from '../strings/page';
import { CollectedNotice } from './CollectedNotice';
import { Header } from './Header';
import { localeOf } from './language';
import { UpdateNotice } from './offline/UpdateNotice';
import { PANEL_COMPONENTS } from './panels';
import { RunNotice } from './RunNotice';
import { applyTheme, storedTheme } from './theme';
import styles from './app.module.css';

function Page() {
  const { view } = useExplorer();
  const { description, fetching } = useStrings(PAGE_STRINGS);
  const locale = useLocale();
  const { panel, presenter, theme } = useStore(view, (state) => state.page);
  const { Component } = PANEL_COMPONENTS.find(({ name }) => name === panel) ?? PANEL_COMPONENTS[0]!;
  useLayoutEffect(() => {
    applyTheme(theme ?? storedTheme());
    document.documentElement.dataset.presenter = String(presenter);
  }, [theme, presenter]);
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
    document.querySelector('meta[name="description"]')?.setAttribute('content', description);
  }, [locale, description]);
  const embedded = useStore(view, ({ embed }) => embed.parts !== null);
  const content = (
    <>
      <ErrorNotice />
      <Suspense fallback={<p className={styles.fetching}>{fetching}</p>}>
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
        <CollectedNotice />
        {content}
      </main>
    </div>
  );
}

/** A change of language shows when its strings are there: until then the page stays as it is, with its focus. */
export function App() {
  const { view } = useExplorer();
  const locale = localeOf(useStore(view, (state) => state.language.locale));
  return (
    <LanguageContext value={useDeferredValue(locale)}>
      <Suspense fallback={null}>
        <Page />
      </Suspense>
    </LanguageContext>
  );
}
