import type { CaseInput, Engine, GenerateRequest } from '../../inference/engine';
import type { Decision } from '../../traces/decision';
import type { Trace } from '../../traces/trace';
import { createExplorer } from '../explorer';
import { catalogueOf, shippedOf } from '../standIn';
import { eceStatistics } from '../statistics';

/** For tests: what the stand-in decides for a case of a request, with −1 for something that is no option. */
export type Decide = (input: CaseInput, request: GenerateRequest) => number;

const SHIPPED = shippedOf(
  { ...catalogueOf(['base'], ['clinic', 'courier', 'moderation']), tables: [] },
  () => Promise.reject(new Error('there are no tables')),
);

/** Text pieces of the stand-in's reasoning; a token's id is its place in the list of all pieces ever used. */
const REASONING = ['<think>', '\n', '- a cue: strongly', ' that 3', '.\n', 'On balance', '.\n'];
const CLOSING = ['</think>', '\n', 'Answer', ':'];

function tokensOf(input: CaseInput, letter: string, pieces: string[]): Trace['tokens'] {
  const { prefix } = input;
  const idOf = (text: string) => (
    pieces.includes(text) ? 0 : pieces.push(text),
    pieces.indexOf(text)
  );
  const head =
    prefix === undefined
      ? [...REASONING, ...CLOSING]
      : typeof prefix === 'string'
        ? [prefix]
        : prefix.map((id) => pieces[id]!);
  const texts = [...head, ` ${letter}`];
  return texts.map((text) => ({ id: idOf(text), text, logprob: -0.1, logsumexp: 3, top: [] }));
}

/**
 * For tests: a page on the clinic's first case whose engine answers at once by `decide`, sure of it, and stops where the
 * test aborts. `before` runs ahead of each answer.
 */
export async function standIn(
  decide: Decide,
  before: (input: CaseInput) => void = () => undefined,
) {
  const requests: GenerateRequest[] = [];
  const pieces: string[] = [];
  const answer = (input: CaseInput, request: GenerateRequest): Trace => {
    const chosen = decide(input, request);
    const tokens = tokensOf(input, input.options[chosen]?.label ?? 'Z', pieces);
    const decision: Decision =
      chosen < 0
        ? { status: 'missing', reason: 'not-an-option' }
        : {
            status: 'found',
            tokenIndex: tokens.length - 1,
            chosen,
            logits: input.options.map((_, option) => (option === chosen ? 8 : 0)),
            optionMass: 1,
          };
    return {
      id: `base/${input.id}`,
      caseId: input.id,
      provenance: { model: 'base', dtype: 'q8', backend: 'wasm' },
      sampling: request.sampling,
      tokens,
      finish: 'stop',
      decision,
    };
  };
  const engine: Engine = {
    load: () =>
      Promise.resolve({
        backend: 'wasm' as const,
        dtype: 'q8' as const,
        selfTest: { maxDifference: 0, tolerance: 1e-3 },
        refused: [],
      }),
    generate: async (request, events, signal) => {
      requests.push(request);
      const traces: Trace[] = [];
      for (const input of request.cases) {
        before(input);
        await Promise.resolve();
        if (signal?.aborted === true) break;
        const trace = answer(input, request);
        traces.push(trace);
        events.onTrace?.(trace);
        const done = traces.length;
        events.onProgress?.({ done, total: request.cases.length, newTokens: done, seconds: done });
      }
      return traces;
    },
    score: () => Promise.resolve([]),
    dispose: () => Promise.resolve(),
  };
  const explorer = createExplorer({
    engine,
    shipped: SHIPPED,
    statistics: (request) => Promise.resolve(eceStatistics(request)),
  });
  await explorer.open();
  await explorer.choose({ dtype: 'q8' });
  return { explorer, requests, get: explorer.store.getState };
}
