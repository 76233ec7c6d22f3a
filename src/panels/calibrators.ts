import type { CalibratorName } from '../calibration/calibrators/calibrator';
import { EN } from '../strings/controls/en';

/** Plain name of each calibrator and what it does, in English: for files. */
export const CALIBRATORS: Readonly<
  Record<CalibratorName, { readonly title: string; readonly sentence: string }>
> = EN.calibrators;
