import { useMemo, useState } from 'react';
import { binFigures } from '../../calibration/binFigures';
import { ReliabilityDiagram } from '../../charts/ReliabilityDiagram';
import type { OpenBins } from '../../state/import/data';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import { BinTable } from '../explore/BinTable';
import shared from '../panels.module.css';
import { useData } from './useData';
import styles from './data.module.css';

const NO_ROWS = new Uint32Array();

/** What a table of bins says that another program has added up: a diagram and its numbers, nothing that needs rows. */
export function Bins({ file }: { readonly file: OpenBins }) {
  const data = useData();
  const { aggregated: strings, reliability, bins: names } = useStrings(EXPLORE_STRINGS);
  const { percent } = useNumbers();
  const [selected, select] = useState<number | null>(null);
  const figures = useMemo(() => binFigures(file), [file]);
  const { n, bins, accuracy, accuracyLow, accuracyHigh, meanConfidence, ece, mce } = figures;
  const summary = `${reliability.summary(n, bins.length, percent(meanConfidence), percent(accuracy), meanConfidence > accuracy)} ${reliability.ofEce(percent(ece.value))}`;
  return (
    <section className={shared.section} aria-label={strings.title}>
      <h2>{strings.title}</h2>
      <p className={styles.name}>
        <b>{file.name}</b>{' '}
        <button type="button" onClick={data.close}>
          {strings.close}
        </button>
      </p>
      <p role="status" aria-label={strings.ece}>
        <b>ECE {percent(ece.value)}</b>, n = {n}, {strings.bins(bins.length)}, MCE {percent(mce)};{' '}
        {strings.accuracy(percent(accuracy), percent(accuracyLow), percent(accuracyHigh))},{' '}
        {strings.confidence(percent(meanConfidence))}.
      </p>
      <p className={shared.quiet}>{strings.why}</p>
      <ReliabilityDiagram
        bins={bins}
        n={n}
        histogram={NO_ROWS}
        accuracy={accuracy}
        meanConfidence={meanConfidence}
        selectedBin={selected}
        onSelectBin={select}
        summary={summary}
      />
      <details className={shared.details}>
        <summary>{names.label}</summary>
        <BinTable bins={bins} selected={selected} onSelect={select} />
      </details>
    </section>
  );
}
