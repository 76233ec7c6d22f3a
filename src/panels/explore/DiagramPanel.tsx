import { useMemo, useRef } from 'react';
import { ReliabilityDiagram } from '../../charts/ReliabilityDiagram';
import { shippedEntry, shownTable } from '../../state/explorerState';
import { reliability as computeReliability, type Reliability } from '../../state/reliability';
import { CalibratorPicker } from '../CalibratorPicker';
import { useExplorer, useExplorerState, useSettings } from '../context';
import { percent } from '../numbers';
import { BinCases } from './BinCases';
import { BinTable } from './BinTable';
import { BinningPicker } from './BinningPicker';
import { ScalingSliders } from '../ScalingSliders';
import { Calibration } from './Calibration';
import { ExportFigure } from './ExportFigure';
import { Numbers } from './Numbers';
import { TableOrigin } from './TableOrigin';
import { useStatistics } from './useStatistics';
import styles from './diagram.module.css';

function summaryOf(reliability: Reliability): string {
  const { n, ece, accuracy, meanConfidence, bins, calibration } = reliability;
  const filled = bins.filter((bin) => bin.count > 0).length;
  const lean = meanConfidence > accuracy ? 'more' : 'less';
  return (
    `${n} decisions in ${filled} bins. Mean confidence ${percent(meanConfidence)}, accuracy ` +
    `${percent(accuracy)}: the model is ${lean} confident than right. Expected calibration error ${percent(ece)}.` +
    (calibration?.status === 'fitted'
      ? ` Before the calibrator, hollow marks, it was ${percent(calibration.before.ece)}.`
      : '')
  );
}

type Props = {
  /** Sliders and calibrator. */
  readonly sliders?: boolean;
  /** Bins as a table, binning, export. */
  readonly tables?: boolean;
};

/** Reliability diagram, its numbers and the two sliders. */
export function DiagramPanel({ sliders = true, tables = true }: Props) {
  const { selectBin } = useExplorer();
  const current = useSettings();
  const drawing = useRef<HTMLDivElement>(null);
  const table = useExplorerState(shownTable);
  const loading = useExplorerState(
    (state) =>
      state.error === null &&
      (state.catalogue === null || shippedEntry(state) !== undefined) &&
      state.origin === 'shipped',
  );
  const selectedBin = useExplorerState((state) => state.selectedBin);
  const reliability = useMemo(
    () => (table === null ? null : computeReliability(table, current)),
    [table, current],
  );
  const { statistics, current: fresh } = useStatistics(reliability, current);
  return (
    <section className={styles.panel} aria-label="Reliability">
      <h2>Reliability</h2>
      <TableOrigin />
      {reliability !== null && table !== null && (
        <Numbers reliability={reliability} statistics={statistics} fresh={fresh} table={table} />
      )}
      {sliders && (
        <div className={styles.sliders}>
          <ScalingSliders />
          <CalibratorPicker model={table?.provenance.model ?? null} />
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
        <p className={styles.empty}>
          {loading
            ? 'Fetching the decision table …'
            : 'No decisions to show yet. Run some cases: the diagram grows while they run.'}
        </p>
      ) : (
        <>
          <div ref={drawing}>
            <ReliabilityDiagram
              bins={reliability.bins}
              {...(reliability.calibration?.status === 'fitted' && {
                before: reliability.calibration.before.bins,
              })}
              confidence={reliability.confidence}
              accuracy={reliability.accuracy}
              meanConfidence={reliability.meanConfidence}
              selectedBin={selectedBin}
              onSelectBin={selectBin}
              summary={summaryOf(reliability)}
            />
          </div>
          {selectedBin !== null && selectedBin < reliability.bins.length && (
            <BinCases key={selectedBin} table={table} reliability={reliability} bin={selectedBin} />
          )}
          {tables && (
            <>
              <details className={styles.details}>
                <summary>Bins as a table</summary>
                <BinningPicker />
                <BinTable bins={reliability.bins} selected={selectedBin} onSelect={selectBin} />
              </details>
              <ExportFigure
                table={table}
                reliability={reliability}
                statistics={fresh ? statistics : null}
                drawing={drawing}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}
