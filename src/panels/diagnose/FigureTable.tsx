import type { ReactNode } from 'react';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import tool from './tool.module.css';

/** A table of figures that scrolls sideways where it is too wide, by keyboard too. `label` names it. */
export function FigureTable({ label, children }: { label: string; children: ReactNode }) {
  const { scrolls } = useStrings(DIAGNOSE_STRINGS);
  return (
    <div className={shared.scroll} role="group" aria-label={scrolls(label)} tabIndex={0}>
      <table className={`${shared.figures} ${tool.table}`} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
