import type { ComponentType } from 'react';
import type { ToolName } from '../../state/view/diagnose';
import { BranchTool } from './branch/BranchTool';
import { OptionMassTool } from './optionMass/OptionMassTool';
import { PosteriorTool } from './posterior/PosteriorTool';

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
  {
    name: 'option-mass',
    title: 'Option mass',
    lead:
      'What the whole vocabulary holds at the decision token, which strings count as an option, and what leaving the rest ' +
      'out does to the calibration error. In the paper 97.6–99.9 % of rollouts give the chosen token more than .99, so ' +
      'there is little left outside.',
    Component: OptionMassTool,
  },
  {
    name: 'posterior',
    title: 'Posterior',
    lead:
      'Confidence against the true probability of the chosen option, known exactly on generated tasks. The paper has no ' +
      'such truth to compare with; it finds that after RLVR confidence hardly tells right from wrong (AUROC about 56 %).',
    Component: PosteriorTool,
  },
];
