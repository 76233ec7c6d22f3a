import { TARGET_RULES, type TargetRule } from '../diagnose/argument';
import { CUTS, type Cut } from '../diagnose/cut';
import { oneOf, type Slice } from './slice';

/** The tools of the Diagnose panel, in the order of their tabs. */
export const TOOLS = [
  'rollouts',
  'swap',
  'trajectory',
  'branch',
  'option-mass',
  'posterior',
] as const;
export type ToolName = (typeof TOOLS)[number];

/** Which tool is open, which option a batch of swaps argues for, and where the option mass is cut. */
export type DiagnoseView = {
  readonly tool: ToolName;
  readonly rule: TargetRule;
  readonly cut: Cut;
};

export const DIAGNOSE: Slice<DiagnoseView> = {
  initial: { tool: 'rollouts', rule: 'likeliest', cut: 'median' },
  write: ({ tool, rule, cut }) => ({
    'g.t': tool === 'rollouts' ? undefined : tool,
    'g.r': rule === 'likeliest' ? undefined : rule,
    'g.c': cut === 'median' ? undefined : String(cut),
  }),
  read: (fields) => ({
    tool: oneOf(TOOLS, fields.get('g.t'), 'rollouts'),
    rule: oneOf(TARGET_RULES, fields.get('g.r'), 'likeliest'),
    cut: CUTS.find((cut) => String(cut) === fields.get('g.c')) ?? 'median',
  }),
  isStep: (from, to) => from.tool !== to.tool,
};
