import {
  countOf,
  FormatError,
  readFile,
  specFor,
  tableOf,
  toTraces,
  type DecisionColumns,
  type ImportedTrace,
  type ImportProgress,
  type ImportSpec,
} from '../../formats/import';
import { packTable } from '../../formats/import/packedTable';
import { resolveOptions } from '../../formats/import/resolveOptions';
import { tokenTexts } from '../../formats/import/tokenTexts';
import { blobSource } from '../../formats/parquet/source';
import { letterForms } from '../../traces/options';
import { messageOf } from '../engineStore';
import { readGold, type GoldLines } from './gold';
import type { Kind, Preview, Questions, Reply, Request } from './protocol';

const SHOWN_TRACES = 3;
const SHOWN_CHARACTERS = 1200;

type Held = {
  readonly traces: readonly ImportedTrace[];
  readonly columns: DecisionColumns | null;
};

function optionsOf({ traces, columns }: Held, spec: ImportSpec) {
  if (columns !== null) return letterForms(columns.labels);
  try {
    return resolveOptions(traces, spec.options);
  } catch (error) {
    if (error instanceof FormatError) return [];
    throw error;
  }
}

function textOf({ tokens, promptTokens, recorded }: ImportedTrace): string {
  const text = tokenTexts(tokens.length > 0 ? tokens : promptTokens).join('');
  if (text === '') return recorded === null ? '(no text)' : '(a decision without its text)';
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)} …` : text;
}

/** What the import worker does: holds the traces of one file and answers questions about them. */
export function createSession(post: (reply: Reply) => void): (request: Request) => Promise<void> {
  let held: Held = { traces: [], columns: null };
  let gold: GoldLines['gold'] | null = null;
  let made: { readonly spec: ImportSpec; readonly rows: Map<string, ImportedTrace> } | null = null;

  type Answers = {
    [K in Kind]: (
      ask: Questions[K]['ask'],
      id: number,
    ) => Questions[K]['answer'] | Promise<Questions[K]['answer']>;
  };
  const answers: Answers = {
    read: async (blob, id): Promise<Preview> => {
      const onProgress = (progress: ImportProgress) => post({ id, progress });
      const { columns, ...result } = await readFile(blobSource(blob), {}, { onProgress });
      const { traces } = result;
      held = { traces, columns };
      const spec = specFor(held);
      const { options, rule, part, temperature0 } = spec;
      return {
        ...result,
        traces: columns?.n ?? traces.length,
        suggested: { options, rule, part, temperature0 },
        options: optionsOf(held, spec),
        recorded: columns?.n ?? traces.filter((trace) => trace.recorded !== null).length,
        withTokens: traces.filter(({ tokens }) => tokens.length > 0).length,
        withPrompt: traces.filter(({ promptTokens }) => promptTokens.length > 0).length,
        texts: traces
          .slice(0, SHOWN_TRACES)
          .map((trace) => ({ caseId: trace.caseId, text: textOf(trace) })),
      };
    },
    gold: async (blob) => {
      if (blob === null) {
        gold = null;
        return { cases: 0, badCount: 0, bad: [] };
      }
      const { gold: read, ...rest } = readGold(await blob.text());
      gold = read;
      return { cases: gold.size, ...rest };
    },
    count: (spec) => countOf(held, { ...spec, gold }),
    table: (asked) => {
      const spec = { ...asked, gold };
      const { traces, columns } = held;
      const table = packTable(tableOf(held, spec), columns);
      const rows = new Map(traces.map((trace) => [trace.caseId, trace]));
      // Columns have no traces to tell of.
      const options = columns === null ? resolveOptions(traces, spec.options) : null;
      made = { spec: { ...spec, options }, rows };
      return table;
    },
    trace: (caseId) => {
      const trace = made?.rows.get(caseId);
      return made === null || trace === undefined
        ? null
        : (toTraces([trace], made.spec)[0] ?? null);
    },
  };

  return async ({ id, kind, ask }) => {
    try {
      // The kind picks both the question and its answer, which the compiler cannot follow.
      const answer = await (answers[kind] as (ask: unknown, id: number) => unknown)(ask, id);
      post({ id, answer: answer as Questions[Kind]['answer'] });
    } catch (error) {
      const known = error instanceof FormatError;
      post({ id, problem: known ? error.message : `Reading failed: ${messageOf(error)}` });
    }
  };
}
