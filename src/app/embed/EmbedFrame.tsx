import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useExplorer } from '../../panels/context';
import { findTask } from '../../tasks';
import { linkOf } from '../../state/linkOf';
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
  const title = state.catalogue?.models.find(({ name }) => name === model)?.title ?? model;
  return (
    <div ref={content} className={styles.frame}>
      <main>
        <h1>
          {title} on {findTask(task)?.title ?? task}
        </h1>
        {children}
      </main>
      <footer>
        <a href={`./#${link}`} target="_blank" rel="noreferrer">
          Open in Calibration Explorer
        </a>
      </footer>
    </div>
  );
}
