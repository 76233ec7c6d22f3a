import { useState } from 'react';
import { paperCsv } from '../../state/compare/csv';
import type { Grid } from '../../state/compare/grid';
import type { PaperRow } from '../../state/compare/paperTable';
import type { Wanted } from '../../state/compare/tableStatistics';
import { saveFile } from '../saveFile';
import { useWords } from './useWords';
import styles from './table.module.css';

type Props = {
  readonly grid: Grid;
  readonly rows: readonly PaperRow[];
  readonly reference: string | null;
  readonly wanted: Wanted | null;
};

/** The table as CSV, once every figure of it is up to date. */
export function TableActions({ grid, rows, reference, wanted }: Props) {
  const { strings: all } = useWords();
  const { table: strings } = all;
  const [told, setTold] = useState('');
  const ready = wanted !== null && rows.length > 0 && rows.every(({ of }) => of === wanted);
  const csv = () => (wanted === null ? '' : paperCsv(grid, rows, reference, wanted.settings));
  return (
    <span className={styles.actions}>
      <button
        type="button"
        disabled={!ready}
        onClick={() => {
          navigator.clipboard.writeText(csv()).then(
            () => setTold(strings.copied),
            () => setTold(strings.uncopied),
          );
        }}
      >
        {strings.copy}
      </button>
      <button
        type="button"
        disabled={!ready}
        onClick={() => {
          const name = reference === null ? 'arms' : `arms-less-${reference}`;
          saveFile(`${name}.csv`, new Blob([csv()], { type: 'text/csv' }));
          setTold(strings.saved(`${name}.csv`));
        }}
      >
        {strings.download}
      </button>
      <span role="status" aria-label={strings.csv}>
        {told}
      </span>
    </span>
  );
}
