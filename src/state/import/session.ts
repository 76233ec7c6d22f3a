import {
  FormatError,
  matchCount,
  readImport,
  suggestSpec,
  toDecisionTable,
  toTraces,
  type ImportedTrace,
  type ImportProgress,
  type ImportSpec,
} from '../../formats/import';
import { resolveOptions } from '../../formats/import/resolveOptions';
import { tokenTexts } from '../../formats/import/tokenTexts';
import { messageOf } from '../engineStore';
import { readGold, type GoldLines } from './gold';
import type { Kind, Preview, Questions, Reply, Request } from './protocol';

const SHOWN_TRACES = 3;
const SHOWN_CHARACTERS = 1200;

/** The bytes of a blob; Safari cannot iterate over a stream. */
async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function optionsOf(traces: readonly ImportedTrace[], spec: ImportSpec) {
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
  let traces: readonly ImportedTrace[] = [];
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
      const result = await readImport(chunksOf(blob), { totalBytes: blob.size }, { onProgress });
      ({ traces } = result);
      const spec = suggestSpec(traces);
      const { options, rule, part, temperature0 } = spec;
      return {
        ...result,
        traces: traces.length,
        suggested: { options, rule, part, temperature0 },
        options: optionsOf(traces, spec),
        recorded: traces.filter((trace) => trace.recorded !== null).length,
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
    count: (spec) => matchCount(traces, { ...spec, gold }),
    table: (asked) => {
      const spec = { ...asked, gold };
      const table = toDecisionTable(traces, spec);
      const rows = new Map(traces.map((trace) => [trace.caseId, trace]));
      made = { spec: { ...spec, options: resolveOptions(traces, spec.options) }, rows };
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
