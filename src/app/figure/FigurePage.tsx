import { useMemo, useState } from 'react';
import { CalibratorPicker } from '../../panels/CalibratorPicker';
import { useControls, useSettings } from '../../panels/controls';
import { BinningPicker } from '../../panels/explore/BinningPicker';
import { BinTable } from '../../panels/explore/BinTable';
import { Calibration } from '../../panels/explore/Calibration';
import { Drawing } from '../../panels/explore/Drawing';
import { Numbers } from '../../panels/explore/Numbers';
import { useBounds } from '../../panels/explore/useBounds';
import { useCaptionWords } from '../../panels/explore/useCaptionWords';
import { useStatistics } from '../../panels/explore/useStatistics';
import { ScalingSliders } from '../../panels/ScalingSliders';
import type { Figure } from '../../state/export/figure';
import { figureCaption, figureSubject } from '../../state/export/figureCaption';
import { reliability as computeReliability } from '../../state/reliability';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import type { DecisionTable } from '../../traces/decisionTable';
import styles from './figure.module.css';

type Props = {
  readonly figure: Figure;
  readonly arm: string | null;
  readonly table: DecisionTable;
};

/** One diagram with its controls, out of one file. */
export function FigurePage({ figure, arm, table }: Props) {
  const { settings } = useControls();
  const current = useSettings();
  const words = useCaptionWords();
  const { binsAsTable } = useStrings(EXPLORE_STRINGS).reliability;
  const [bin, setBin] = useState<number | null>(null);
  const reliability = useMemo(() => computeReliability(table, current), [table, current]);
  const { statistics, current: fresh } = useStatistics(reliability, current);
  const bounds = useBounds(table, reliability, current);
  const caption = useMemo(
    () => figureCaption(figure, computeReliability(table, figure.settings), words),
    [figure, table, words],
  );
  return (
    <main className={styles.page}>
      <h1>{figureSubject(figure, words)}</h1>
      <Numbers
        reliability={reliability}
        statistics={statistics}
        fresh={fresh}
        table={table}
        bounds={bounds}
      />
      <Drawing reliability={reliability} bounds={bounds} selectedBin={bin} onSelectBin={setBin} />
      <div className={styles.controls}>
        <ScalingSliders />
        <CalibratorPicker arm={arm ?? undefined} />
        {reliability.calibration !== null && (
          <Calibration
            reliability={reliability}
            calibration={reliability.calibration}
            statistics={statistics}
            fresh={fresh}
          />
        )}
        <BinningPicker />
      </div>
      <details className={styles.bins}>
        <summary>{binsAsTable}</summary>
        <BinTable bins={reliability.bins} selected={bin} onSelect={setBin} />
      </details>
      <footer className={styles.saved}>
        <p>
          {words.caption.saved}{' '}
          <button type="button" onClick={() => settings.change(figure.settings)}>
            {words.caption.restore}
          </button>
        </p>
        <p>{caption.map(({ text }) => text).join(' · ')}</p>
      </footer>
    </main>
  );
}
