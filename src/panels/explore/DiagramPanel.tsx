import { useMemo, useRef } from 'react';
import { ReliabilityDiagram } from '../../charts/ReliabilityDiagram';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import { shippedEntry, shownTable } from '../../state/explorerState';
import { reliability as computeReliability, type Reliability } from '../../state/reliability';
import { CalibratorPicker } from '../CalibratorPicker';
import { useExplorer, useExplorerState, useSettings } from '../context';
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

function useSummary(): (reliability: Reliability) => string {
  const { reliability: strings } = useStrings(EXPLORE_STRINGS);
  const { percent } = useNumbers();
  return ({ n, ece, accuracy, meanConfidence, bins, calibration }) => {
    const filled = bins.filter((bin) => bin.count > 0).length;
    const more = meanConfidence > accuracy;
    return [
      strings.summary(n, filled, percent(meanConfidence), percent(accuracy), more),
      strings.ofEce(percent(ece)),
      ...(calibration?.status === 'fitted'
        ? [strings.ofBefore(percent(calibration.before.ece))]
        : []),
    ].join(' ');
  };
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
  const { reliability: strings } = useStrings(EXPLORE_STRINGS);
  const summaryOf = useSummary();
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
    <section className={styles.panel} aria-label={strings.title}>
      <h2>{strings.title}</h2>
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
        <p className={styles.empty}>{loading ? strings.fetching : strings.empty}</p>
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
                <summary>{strings.binsAsTable}</summary>
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
