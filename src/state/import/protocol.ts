import type {
  BadRow,
  ImportProgress,
  ImportResult,
  ImportSpec,
  MatchCount,
} from '../../formats/import';
import type { OptionForms } from '../../traces/options';
import type { PackedTable } from '../../formats/import/packedTable';
import type { Trace } from '../../traces/trace';

/** A spec without its gold list: that stays in the worker, where it was read. */
export type Spec = Omit<ImportSpec, 'gold'>;

/** What is known of a file once it is read. `texts`: the first traces as text. */
export type Preview = Omit<ImportResult, 'traces' | 'columns'> & {
  readonly traces: number;
  /** What to begin with. */
  readonly suggested: Spec;
  /** The options under `suggested`; empty where the user has to name them. */
  readonly options: readonly OptionForms[];
  /** Traces that state their decision themselves, that have tokens, and that have a scored prompt. */
  readonly recorded: number;
  readonly withTokens: number;
  readonly withPrompt: number;
  readonly texts: readonly { readonly caseId: string; readonly text: string }[];
};

export type GoldList = {
  readonly cases: number;
  readonly badCount: number;
  readonly bad: readonly BadRow[];
};

/** What the worker is asked, and what it answers. One worker holds one file. */
export type Questions = {
  readonly read: { readonly ask: Blob; readonly answer: Preview };
  /** Null drops the list. */
  readonly gold: { readonly ask: Blob | null; readonly answer: GoldList };
  readonly count: { readonly ask: Spec; readonly answer: MatchCount };
  readonly table: { readonly ask: Spec; readonly answer: PackedTable };
  /** The trace of a case of the table that was made last; null where the log has no tokens of it. */
  readonly trace: { readonly ask: string; readonly answer: Trace | null };
};
export type Kind = keyof Questions;

export type Request = {
  [K in Kind]: { readonly id: number; readonly kind: K; readonly ask: Questions[K]['ask'] };
}[Kind];

export type Reply =
  | { readonly id: number; readonly progress: ImportProgress }
  | { readonly id: number; readonly answer: Questions[Kind]['answer'] }
  | { readonly id: number; readonly problem: string };
