import { useDeferredValue, useRef, useState } from 'react';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { shippedEntry, shownTable } from '../../state/explorerState';
import { CalibratorPicker } from '../CalibratorPicker';
import { useArmOf, useExplorer, useExplorerState, useShows } from '../context';
import { useSettings } from '../controls';
import { BinCases } from './BinCases';
import { BinTable } from './BinTable';
import { BinningPicker } from './BinningPicker';
import { ScalingSliders } from '../ScalingSliders';
import { Calibration } from './Calibration';
import { Drawing } from './Drawing';
import { ExportFigure } from './ExportFigure';
import { Numbers } from './Numbers';
import { TableOrigin } from './TableOrigin';
import { useBounds } from './useBounds';
import { useReliability } from './useReliability';
import { useStatistics } from './useStatistics';
import styles from './diagram.module.css';

type Props = {
  /** Sliders and calibrator. */
  readonly sliders?: boolean;
  /** Bins as a table, binning, export. */
  readonly tables?: boolean;
};

/** Reliability diagram, its numbers and the two sliders. */
export function DiagramPanel({ sliders = true, tables = true }: Props) {
  const { selectBin } = useExplorer();
  const { reliability: strings } = useStrings(EXPLORE_STRINGS);
  const current = useSettings();
  const [tableOpen, setTableOpen] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  // In slices: the page answers while another table is drawn.
  const table = useDeferredValue(useExplorerState(shownTable));
  const shows = useShows();
  const arm = useArmOf(table?.provenance.model ?? null);
  const loading = useExplorerState(
    (state) =>
      state.awaited ||
      (state.error === null &&
        (state.catalogue === null || shippedEntry(state) !== undefined) &&
        state.origin === 'shipped'),
  );
  const selectedBin = useExplorerState((state) => state.selectedBin);
  const { shown: reliability, exact, of } = useReliability(table, current);
  const { statistics, current: ofExact } = useStatistics(exact, of);
  const fresh = ofExact && reliability === exact;
  const open = useBounds(table, exact, of);
  const bounds = reliability === exact ? open : null;
  return (
    <section className={styles.panel} aria-label={strings.title}>
      <h2>{strings.title}</h2>
      <TableOrigin />
      {shows('numbers') && (
        <div className={styles.numbersPlace}>
          {reliability !== null && table !== null && (
            <Numbers
              reliability={reliability}
              statistics={statistics}
              fresh={fresh}
              table={table}
              bounds={bounds}
            />
          )}
        </div>
      )}
      {sliders && (
        <div className={styles.sliders}>
          <ScalingSliders temperature={shows('temperature')} scale={shows('scale')} />
          {shows('calibrator') && <CalibratorPicker arm={arm} />}
        </div>
      )}
      {reliability?.calibration != null && (
        <Calibration
          reliability={reliability}
          calibration={reliability.calibration}
          statistics={statistics}
          fresh={fresh}
        />
      )}
      {reliability === null || table === null ? (
        <p className={styles.empty}>{loading ? strings.fetching : strings.empty}</p>
      ) : (
        <>
          <div ref={drawing}>
            <Drawing
              reliability={reliability}
              bounds={bounds}
              selectedBin={selectedBin}
              onSelectBin={selectBin}
            />
          </div>
          {selectedBin !== null && selectedBin < reliability.bins.length && (
            <BinCases key={selectedBin} table={table} reliability={reliability} bin={selectedBin} />
          )}
          {tables && shows('bins') && (
            <details
              className={styles.details}
              onToggle={(event) => setTableOpen(event.currentTarget.open)}
            >
              <summary>{strings.binsAsTable}</summary>
              <BinningPicker />
              {tableOpen && (
                <BinTable bins={reliability.bins} selected={selectedBin} onSelect={selectBin} />
              )}
            </details>
          )}
          {tables && shows('export') && (
            <ExportFigure
              table={table}
              reliability={reliability}
              statistics={fresh ? statistics : null}
              drawing={drawing}
            />
          )}
        </>
      )}
    </section>
  );
}
