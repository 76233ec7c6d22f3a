import { histogram } from '../../calibration/histogram';
import { ReliabilityDiagram } from '../../charts/ReliabilityDiagram';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import type { Reliability } from '../../state/reliability';
import type { DiagramBounds } from '../../state/tableBounds';

/** Says what the diagram shows, in sentences. */
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
  readonly reliability: Reliability;
  readonly bounds: DiagramBounds | null;
  readonly selectedBin: number | null;
  readonly onSelectBin: (index: number | null) => void;
};

/** The reliability diagram of what is shown, before the calibrator as well where there is one. */
export function Drawing({ reliability, bounds, selectedBin, onSelectBin }: Props) {
  const summaryOf = useSummary();
  const { n, bins, calibration, accuracy, meanConfidence } = reliability;
  return (
    <ReliabilityDiagram
      bins={bins}
      {...(calibration?.status === 'fitted' && { before: calibration.before.bins })}
      bounds={bounds?.bins ?? null}
      n={n}
      histogram={reliability.histogram ?? histogram(reliability.confidence)}
      accuracy={accuracy}
      meanConfidence={meanConfidence}
      selectedBin={selectedBin}
      onSelectBin={onSelectBin}
      summary={summaryOf(reliability)}
    />
  );
}
