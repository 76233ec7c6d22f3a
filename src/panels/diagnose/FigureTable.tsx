import type { ReactNode } from 'react';
import shared from '../panels.module.css';
import tool from './tool.module.css';

/** A table of figures that scrolls sideways where it is too wide, by keyboard too. `label` names it. */
export function FigureTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={shared.scroll} role="group" aria-label={`${label}, scrolls`} tabIndex={0}>
      <table className={`${shared.figures} ${tool.table}`} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
