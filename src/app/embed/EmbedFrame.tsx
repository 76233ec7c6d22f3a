import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useExplorer } from '../../panels/context';
import { findTask } from '../../tasks';
import { linkOf } from '../../state/linkOf';
import { armTitle } from '../../strings/arms';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useLocale, useStrings } from '../../strings/language';
import { taskName } from '../../strings/tasks';
import { tellHeight } from './tellHeight';
import styles from './embed.module.css';

/** Around a panel inside another page: no header, and a way to the whole explorer. */
export function EmbedFrame({ children }: { readonly children: ReactNode }) {
  const { store, settings, view } = useExplorer();
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => (content.current === null ? undefined : tellHeight(content.current, window)), []);
  const state = useStore(store);
  const link = linkOf(state, useStore(settings), {
    ...useStore(view),
    embed: { parts: null },
  });
  const { model, task } = state.choice;
  const about = state.catalogue?.models.find(({ name }) => name === model);
  const { embed: strings } = useStrings(EXPLORE_STRINGS);
  const locale = useLocale();
  return (
    <div ref={content} className={styles.frame}>
      <main>
        <h1>
          {strings.on(
            armTitle(locale, about ?? { arm: '', title: model }),
            taskName(locale, task, findTask(task)?.title ?? task),
          )}
        </h1>
        {children}
      </main>
      <footer>
        <a href={`./#${link}`} target="_blank" rel="noreferrer">
          {strings.open}
        </a>
      </footer>
    </div>
  );
}
