import { useRef, type KeyboardEvent } from 'react';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useStrings } from '../../strings/language';
import type { Tool } from './tools';
import styles from './diagnose.module.css';

type Props = {
  readonly tools: readonly Tool[];
  readonly current: Tool;
  readonly onChoose: (tool: Tool) => void;
  /** Id of the element that shows the current tool. */
  readonly panelId: string;
};

/** Tabs, one a tool: the arrow keys, Home and End go from one to the next and open it. */
export function ToolTabs({ tools, current, onChoose, panelId }: Props) {
  const { tools: strings } = useStrings(DIAGNOSE_STRINGS);
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tools.indexOf(current);
    const last = tools.length - 1;
    const target = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tool = target === undefined ? undefined : tools[target];
    if (tool === undefined) return;
    event.preventDefault();
    onChoose(tool);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[target!]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={strings.label}
      className={styles.tabs}
      onKeyDown={move}
    >
      {tools.map((tool) => (
        <button
          key={tool.name}
          id={`tool-${tool.name}`}
          type="button"
          role="tab"
          aria-selected={tool === current}
          aria-controls={panelId}
          tabIndex={tool === current ? 0 : -1}
          onClick={() => onChoose(tool)}
        >
          {strings[tool.name].title}
        </button>
      ))}
    </div>
  );
}
