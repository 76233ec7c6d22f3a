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

/** Which tool is open. */
export type DiagnoseView = { readonly tool: ToolName };

export const DIAGNOSE: Slice<DiagnoseView> = {
  initial: { tool: 'rollouts' },
  write: ({ tool }) => ({ 'g.t': tool === 'rollouts' ? undefined : tool }),
  read: (fields) => ({ tool: oneOf(TOOLS, fields.get('g.t'), 'rollouts') }),
  isStep: (from, to) => from.tool !== to.tool,
};
