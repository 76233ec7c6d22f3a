import { ReliabilityDiagram } from '../../charts/ReliabilityDiagram';
import type { Reliability } from '../../state/reliability';
import { percent } from '../numbers';

/** What the diagram shows, in sentences. */
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
  readonly reliability: Reliability;
  readonly selectedBin: number | null;
  readonly onSelectBin: (index: number | null) => void;
};

/** The reliability diagram of what is shown, before the calibrator as well where there is one. */
export function Drawing({ reliability, selectedBin, onSelectBin }: Props) {
  const { bins, calibration, confidence, accuracy, meanConfidence } = reliability;
  return (
    <ReliabilityDiagram
      bins={bins}
      {...(calibration?.status === 'fitted' && { before: calibration.before.bins })}
      confidence={confidence}
      accuracy={accuracy}
      meanConfidence={meanConfidence}
      selectedBin={selectedBin}
      onSelectBin={onSelectBin}
      summary={summaryOf(reliability)}
    />
  );
}
