import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Binning, Edges } from '../calibration/bins';
import type { CalibratorName } from '../calibration/calibrators/calibrator';

/** Bounds that a typed value of temperature or scale is held to; the sliders cover a part of them. */
export const FACTOR_RANGE = { min: 1e-3, max: 1e6 } as const;

/** What shapes every number on the page beside the data. */
export type Settings = {
  /** T > 0: divides every logit. */
  readonly temperature: number;
  /** α > 0: multiplies the decision token's logits. Effective decision logits are α·z/T. */
  readonly scale: number;
  readonly bins: number;
  readonly binning: Binning;
  readonly edges: Edges;
  /** Fitted on one half of the decisions and shown on the other; null for none. */
  readonly calibrator: CalibratorName | null;
};

export const DEFAULT_SETTINGS: Settings = {
  temperature: 1,
  scale: 1,
  bins: 15,
  binning: 'equal-mass',
  edges: 'right',
  calibrator: null,
};

export type SettingsStore = StoreApi<Settings>;

/** `value` within `FACTOR_RANGE`; the former value where it is no number. */
export function clampFactor(value: number, former: number): number {
  if (!Number.isFinite(value)) return former;
  return Math.min(FACTOR_RANGE.max, Math.max(FACTOR_RANGE.min, value));
}

/** Store of the settings; `set` changes some of them, temperature and scale within their range. */
export function createSettings(): SettingsStore & { change: (change: Partial<Settings>) => void } {
  const store = createStore<Settings>(() => DEFAULT_SETTINGS);
  return {
    ...store,
    change: (change) =>
      store.setState((former) => ({
        ...change,
        temperature: clampFactor(change.temperature ?? former.temperature, former.temperature),
        scale: clampFactor(change.scale ?? former.scale, former.scale),
      })),
  };
}
