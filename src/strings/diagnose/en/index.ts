import { BRANCH } from './branch';
import { MASS } from './mass';
import { PANEL } from './panel';
import { POSTERIOR } from './posterior';
import { ROLLOUTS } from './rollouts';
import { SWAP } from './swap';
import { TRAJECTORY } from './trajectory';

export const EN = {
  ...PANEL,
  rollouts: ROLLOUTS,
  swap: SWAP,
  trajectory: TRAJECTORY,
  branch: BRANCH,
  mass: MASS,
  posterior: POSTERIOR,
};

export type DiagnoseStrings = typeof EN;
