import { useMemo } from 'react';
import type { Reliability } from '../../state/reliability';
import type { Settings } from '../../state/settings';
import type { EceStatistics, StatisticsRequest } from '../../state/statistics';
import { useControls } from '../controls';
import { restFor, useAnswer } from '../useAnswer';

/** Interval and null of the ECE; `current` is false while they still belong to the former numbers. */
export function useStatistics(
  reliability: Reliability | null,
  { bins, binning, edges }: Settings,
): { readonly statistics: EceStatistics | null; readonly current: boolean } {
  const { statistics: compute } = useControls();
  const request = useMemo((): StatisticsRequest | null => {
    if (reliability === null || reliability.n === 0) return null;
    const { confidence, correct, calibration } = reliability;
    const before = calibration?.status === 'fitted' ? calibration.before.confidence : undefined;
    return {
      ...{ confidence, correct, binning: { bins, binning, edges } },
      ...(before === undefined ? {} : { before }),
    };
  }, [reliability, bins, binning, edges]);
  const { answer, fresh } = useAnswer(compute, request, restFor(reliability?.n ?? 0));
  return { statistics: answer, current: fresh };
}
