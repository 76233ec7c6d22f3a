import type { ScalingFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { reliability } from '../../reliability';
import { DEFAULT_SETTINGS } from '../../settings';
import { fittedTemperature } from './fitted';

export const SCALED = { temperature: 4, scale: 4 } as const;
const SETTINGS = [
  { temperature: 1, scale: 1 },
  { temperature: SCALED.temperature, scale: 1 },
  SCALED,
  { temperature: 1, scale: 1 / SCALED.temperature },
] as const;
/** Rounding of α/T may move the last digits. */
const SAME = 1e-6;

/** What the two sliders do to the decisions, and what one fitted temperature does. */
export function scalingFacts(table: DecisionTable): ScalingFacts {
  const settings = SETTINGS.map((factors) => {
    const { ece, accuracy, meanConfidence } = reliability(table, {
      ...DEFAULT_SETTINGS,
      ...factors,
    });
    return { ...factors, ece, accuracy, meanConfidence };
  });
  const moved = settings[2]!.ece - settings[0]!.ece;
  const value = Math.abs(moved) < SAME ? 'same' : moved < 0 ? 'smaller' : 'larger';
  return {
    truth: { kind: 'choice', value },
    n: reliability(table, DEFAULT_SETTINGS).n,
    settings,
    fitted: fittedTemperature(table),
  };
}
