import { useEffect, useState } from 'react';
import type { Reliability } from '../../state/reliability';
import type { Settings } from '../../state/settings';
import type { EceStatistics } from '../../state/statistics';
import { useControls } from '../controls';

/** Interval and null of the ECE; `current` is false while they still belong to the former numbers. */
export function useStatistics(
  reliability: Reliability | null,
  { bins, binning, edges }: Settings,
): { readonly statistics: EceStatistics | null; readonly current: boolean } {
  const { statistics: compute } = useControls();
  const [answer, setAnswer] = useState<{ of: Reliability; value: EceStatistics } | null>(null);
  useEffect(() => {
    if (reliability === null || reliability.n === 0) return;
    let wanted = true;
    const { confidence, correct, calibration } = reliability;
    const before = calibration?.status === 'fitted' ? calibration.before.confidence : undefined;
    void compute({
      confidence,
      correct,
      binning: { bins, binning, edges },
      ...(before === undefined ? {} : { before }),
    }).then(
      (value) => wanted && setAnswer({ of: reliability, value }),
      () => wanted && setAnswer(null),
    );
    return () => {
      wanted = false;
    };
  }, [compute, reliability, bins, binning, edges]);
  if (reliability === null || reliability.n === 0) return { statistics: null, current: true };
  return { statistics: answer?.value ?? null, current: answer?.of === reliability };
}
