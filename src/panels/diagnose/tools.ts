import type { ComponentType } from 'react';
import type { ToolName } from '../../state/view/diagnose';
import { Rollouts } from './Rollouts';
import { Swap } from './Swap';
import { Trajectory } from './Trajectory';
import { BranchTool } from './branch/BranchTool';
import { OptionMassTool } from './optionMass/OptionMassTool';
import { PosteriorTool } from './posterior/PosteriorTool';

/** One tool of the Diagnose panel. */
export type Tool = {
  readonly name: ToolName;
  readonly Component: ComponentType;
};

/** The tools in the order of their tabs. */
export const TOOL_COMPONENTS: readonly Tool[] = [
  {
    name: 'rollouts',
    Component: Rollouts,
  },
  {
    name: 'swap',
    Component: Swap,
  },
  {
    name: 'trajectory',
    Component: Trajectory,
  },
  {
    name: 'branch',
    Component: BranchTool,
  },
  {
    name: 'option-mass',
    Component: OptionMassTool,
  },
  {
    name: 'posterior',
    Component: PosteriorTool,
  },
];
