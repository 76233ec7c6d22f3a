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
  readonly title: string;
  /** What it shows, and what the paper found. */
  readonly lead: string;
  readonly Component: ComponentType;
};

/** The tools in the order of their tabs. */
export const TOOL_COMPONENTS: readonly Tool[] = [
  {
    name: 'rollouts',
    title: 'Rollouts',
    lead:
      'The same case reasoned about many times: how sure each rollout is of its decision, and how far they agree. The paper ' +
      'found 97.6–99.9 % of rollouts with p > .99, right or wrong: there is no calibrated rollout for RL to reinforce.',
    Component: Rollouts,
  },
  {
    name: 'swap',
    title: 'Swap',
    lead:
      'Reasoning that argues for another option is put in front of the decision, and the model decides again. In the paper ' +
      '92–100 % of decisions flip and stay at p ≈ 1: the decision token is read off the reasoning and carries no confidence.',
    Component: Swap,
  },
  {
    name: 'trajectory',
    title: 'Trajectory',
    lead:
      'The decision forced after every line of the reasoning shows where it forms, beside the posterior after the same evidence. ' +
      'By the paper’s account the decision token only extracts what the reasoning has concluded: here is the line that settles it.',
    Component: Trajectory,
  },
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
