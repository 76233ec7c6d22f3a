import type { ComponentType } from 'react';
import type { ToolName } from '../../state/view/diagnose';
import { BranchTool } from './branch/BranchTool';

/** One tool of the Diagnose panel. */
export type Tool = {
  readonly name: ToolName;
  readonly title: string;
  /** What it shows, and what the paper found. */
  readonly lead: string;
  readonly Component: ComponentType;
};

/** The tools in the order of their tabs. */
export const TOOL_COMPONENTS: readonly Tool[] = [
  {
    name: 'branch',
    title: 'Branch',
    lead:
      'Take another token anywhere in the trace and let the model go on from there: does the decision follow the ' +
      'reasoning, and how little does it take? In the paper it does: with reasoning for another option in front, ' +
      '92–100 % of decisions flip, and stay as confident.',
    Component: BranchTool,
  },
];
