import type { Dtype, Engine } from '../inference/engine';
import type { DecisionTable } from '../traces/decisionTable';
import type { Sampling, Token, Trace } from '../traces/trace';
import type { Catalogue, Shipped, TableEntry } from './catalogue';
import type { Imported } from './import/imported';
import type { CollectedKeeper } from './collect/kept';
import type { Keeper } from './persistence/keeper';
import type { RunProgress } from './run';
import type { Statistics } from './statistics';
import type { Subject } from './subject';

/** Which model with which weights on which task; and how tokens are drawn. */
export type Choice = {
  readonly model: string;
  readonly dtype: Dtype;
  readonly task: string;
  readonly mode: Sampling['mode'];
};

/** Where the diagram's decisions come from. */
export type Origin = 'shipped' | 'run' | 'imported';

/** What the engine is busy with. */
export type Work = 'none' | 'generate' | 'run' | 'diagnose';

export type ExplorerState = {
  readonly catalogue: Catalogue | null;
  readonly choice: Choice;
  readonly origin: Origin;
  readonly shipped: DecisionTable | null;
  readonly runTable: DecisionTable | null;
  /** Decisions of a file of the user's own, kept until another file's replace them. */
  readonly imported: Imported | null;
  /** The link names decisions of the user's own that are still on their way. */
  readonly awaited: boolean;
  /** How the tokens of the latest run were drawn; null without one. */
  readonly runSampling: Sampling | null;
  readonly work: Work;
  readonly run: RunProgress | null;
  readonly runEnd: 'complete' | 'stopped' | null;
  readonly subject: Subject;
  readonly trace: Trace | null;
  /** Tokens of the trace under way; null when none is. */
  readonly streaming: readonly Token[] | null;
  readonly selectedBin: number | null;
  /** What went wrong last, as a sentence to show; null when nothing did. */
  readonly error: string | null;
};

/** A model of the user's own: a name that no other model has, what people read, and what runs it. */
export type OwnModel = {
  readonly name: string;
  readonly title: string;
  readonly engine: Engine;
};

/** What the stores need from outside: real ones in the page, stand-ins in tests. */
export type Dependencies = {
  readonly engine: Engine;
  readonly shipped: Shipped;
  readonly statistics: Statistics;
  /** Keeps finished traces of runs; by default for as long as the page lives. */
  readonly keeper?: Keeper;
  /** The same for traces that were asked of a model of the user's own. */
  readonly collectedKeeper?: CollectedKeeper;
};

/** The table the diagram shows, or null while there is none. */
export function shownTable(
  state: Pick<ExplorerState, 'origin' | 'runTable' | 'shipped' | 'imported' | 'awaited'>,
): DecisionTable | null {
  if (state.awaited) return null;
  if (state.origin === 'imported') return state.imported?.table ?? null;
  return state.origin === 'run' ? state.runTable : state.shipped;
}

/** What the page ships for the current choice. */
export function shippedEntry({ catalogue, choice }: ExplorerState): TableEntry | undefined {
  return catalogue?.tables.find(
    ({ model, dtype, task }) =>
      model === choice.model && dtype === choice.dtype && task === choice.task,
  );
}
