import type { ComponentType } from 'react';
import type { ToolName } from '../../state/view/diagnose';

/** One tool of the Diagnose panel. */
export type Tool = {
  readonly name: ToolName;
  readonly title: string;
  /** What it shows, and what the paper found. */
  readonly lead: string;
  readonly Component: ComponentType;
};

/** The tools in the order of their tabs. */
export const TOOL_COMPONENTS: readonly Tool[] = [];
