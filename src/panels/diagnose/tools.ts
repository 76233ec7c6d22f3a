import type { ComponentType } from 'react';
import type { ToolName } from '../../state/view/diagnose';
import { Rollouts } from './Rollouts';
import { Swap } from './Swap';
import { Trajectory } from './Trajectory';

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
];
