import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useExplorer } from '../context';
import { Cover } from './Cover';
import { StepView } from './StepView';

/** The course: its cover, or one of its steps beside the explorer. */
export function LearnPanel() {
  const { view } = useExplorer();
  const step = useStore(view, ({ learn }) => learn.step);
  const sheet = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    // What had the focus is gone: reading goes on at the new heading.
    sheet.current?.querySelector('h2')?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);
  return <div ref={sheet}>{step === null ? <Cover /> : <StepView key={step} step={step} />}</div>;
}
