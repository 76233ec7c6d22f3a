import type { Engine, GenerateRequest, LoadReport } from '../../inference/engine';
import { RequestError } from '../../inference/errors';
import { checkedForm, type CollectForm } from './form';

/** A model of the user's own that may have to be connected or loaded first. */
export type Connected = {
  readonly engine: () => Engine | null;
  /** Of the connection; null without one. */
  readonly report: () => LoadReport | null;
  /** Connects or loads anew. Rejects with what is wrong. */
  readonly connect: (signal: AbortSignal) => Promise<void>;
};

/** Every built-in task does: what is checked does not depend on it. */
const ANY = { kind: 'built-in', name: 'clinic' } as const;

/**
 * The engine as Explore and Diagnose use it: models of the user's own are asked as their form says, with the line added to
 * every prompt, its limit of tokens and its decision rule. A connection to another model than `expected`
 * is refused.
 */
export function askedAs(expected: string, of: Connected, form: () => CollectForm): Engine {
  const serving = (): Engine => {
    const engine = of.engine();
    if (engine === null)
      throw new RequestError(`${expected} is not connected. Connect to it again in Data.`);
    return engine;
  };
  const rewritten = (request: GenerateRequest): GenerateRequest => {
    const { instruction, ...rest } = form();
    const checked = checkedForm({ ...rest, instruction }, ANY);
    if (typeof checked === 'string')
      throw new RequestError(`${checked} It stands under Run in Data.`);
    const { rule, maxNewTokens } = checked;
    const line = instruction.trim();
    const cases = request.cases.map((input) => ({
      ...input,
      prompt: line === '' ? input.prompt : `${input.prompt}\n${line}`,
    }));
    return { ...request, cases, rule, maxNewTokens };
  };
  return {
    async load(_, { signal = new AbortController().signal }) {
      if (of.engine() === null) await of.connect(signal);
      const report = of.report();
      if (report === null)
        throw new RequestError(`${expected} is not connected. Connect to it again in Data.`);
      if (report.model !== expected)
        throw new RequestError(
          `${report.model ?? 'Another model'} is connected now, not ${expected}. Connect to that again in Data.`,
        );
      return report;
    },
    generate: async (request, ...rest) => serving().generate(rewritten(request), ...rest),
    score: async (request) => serving().score(request),
    vocabulary: () => of.engine()?.vocabulary?.() ?? [],
    // It belongs to its form, which ends it.
    dispose: () => Promise.resolve(),
  };
}
