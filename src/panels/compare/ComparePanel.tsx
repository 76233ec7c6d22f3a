import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Catalogue } from '../../state/catalogue';
import { gridOf } from '../../state/compare/grid';
import { sidesOf } from '../../state/compare/sides';
import { createTables, type Tables } from '../../state/compare/tables';
import { useExplorer, useExplorerState } from '../context';
import shared from '../panels.module.css';
import { ScalingSliders } from '../ScalingSliders';
import { ArmsGrid } from './ArmsGrid';
import { Overlay } from './Overlay';
import { PaperTable } from './PaperTable';
import styles from './sliders.module.css';
import { TablesNotice } from './TablesNotice';
import { useWords } from './useWords';
import { useCells } from './useCells';

function Comparison({ catalogue, tables }: { catalogue: Catalogue; tables: Tables }) {
  const { view } = useExplorer();
  const { strings } = useWords();
  const { a, b, reference } = useStore(view, (state) => state.compare);
  const choice = useExplorerState((state) => state.choice);
  const { files } = useStore(tables.store);
  const grid = useMemo(() => gridOf(catalogue), [catalogue]);
  const entries = useMemo(() => grid.entries.flat().filter((entry) => entry !== null), [grid]);
  const sides = useMemo(() => sidesOf({ a, b }, catalogue, choice), [a, b, catalogue, choice]);
  useEffect(() => {
    const overlaid = [sides.a, sides.b].flatMap((side) =>
      side?.kind === 'shipped' ? [side.entry] : [],
    );
    tables.want([...entries, ...overlaid]);
  }, [tables, entries, sides]);
  const cells = useCells(entries, files);
  return (
    <div className={shared.sheet}>
      <p className={shared.lead}>{strings.panel.lead}</p>
      <TablesNotice files={files} retry={tables.retry} />
      <section className={styles.sliders} aria-label={strings.panel.sliders}>
        <ScalingSliders />
      </section>
      <ArmsGrid grid={grid} files={files} cells={cells} />
      <PaperTable grid={grid} files={files} reference={reference} />
      <Overlay catalogue={catalogue} sides={sides} files={files} />
    </div>
  );
}

/** Arms side by side: small multiples, the paper's table, and any two overlaid. */
export function ComparePanel() {
  const { shipped, open } = useExplorer();
  const { strings } = useWords();
  const catalogue = useExplorerState((state) => state.catalogue);
  const failed = useExplorerState((state) => state.error !== null);
  const [tables] = useState(() => createTables(shipped));
  if (catalogue !== null) return <Comparison catalogue={catalogue} tables={tables} />;
  return (
    <div className={shared.empty}>
      {failed ? (
        <button type="button" onClick={() => void open()}>
          {strings.panel.refetch}
        </button>
      ) : (
        strings.panel.fetching
      )}
    </div>
  );
}
