import { auroc } from '../../../calibration/auroc';
import { eceNull } from '../../../calibration/ece';
import type { Fitted } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { reliability } from '../../reliability';
import { DEFAULT_SETTINGS } from '../../settings';
import { BINNING } from './arm';

/** What a temperature fitted to one half of the cases does to the other; null where none can be fitted. */
export function fittedTemperature(table: DecisionTable): Fitted | null {
  const shown = reliability(table, { ...DEFAULT_SETTINGS, calibrator: 'temperature' });
  if (shown.calibration?.status !== 'fitted') return null;
  const { calibrator, before } = shown.calibration;
  if (calibrator.name !== 'temperature') return null;
  const { confidence, correct } = shown;
  return {
    temperature: calibrator.temperature,
    n: shown.n,
    accuracy: shown.accuracy,
    confidenceBefore: before.meanConfidence,
    confidenceAfter: shown.meanConfidence,
    before: before.ece,
    after: shown.ece,
    nullAfter: eceNull(confidence, correct, BINNING, { resamples: 200 }).mean,
    aurocBefore: auroc(before.confidence, before.correct),
    aurocAfter: auroc(confidence, correct),
  };
}
