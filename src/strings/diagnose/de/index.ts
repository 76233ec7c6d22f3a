import type { DiagnoseStrings } from '../en';
import { BRANCH } from './branch';
import { MASS } from './mass';
import { PANEL } from './panel';
import { POSTERIOR } from './posterior';
import { ROLLOUTS } from './rollouts';
import { SWAP } from './swap';
import { TRAJECTORY } from './trajectory';

export const DE = {
  ...PANEL,
  rollouts: ROLLOUTS,
  swap: SWAP,
  trajectory: TRAJECTORY,
  branch: BRANCH,
  mass: MASS,
  posterior: POSTERIOR,
} satisfies DiagnoseStrings;
