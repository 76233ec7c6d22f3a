import { describe, expect, it } from 'vitest';
import { letterForms } from '../traces/options';
import { ANSWER_TAG } from '../traces/rule';
import type { GenerateRequest } from './engine';
import { RequestError } from './errors';
import { FakeModel } from './fakeModel';
import { fakeTokenizerFiles } from './fakeTokenizer';
import { generate, type GenerateBatch } from './generate';
import type { ModelEntry } from './manifest';
import { createCodec } from './tokenizer';

const codec = createCodec(fakeTokenizerFiles());
const entry = { architecture: { eosTokenId: 2, padTokenId: 0 } } as ModelEntry;
const context = 40;

function loaded() {
  const model = new FakeModel(codec.texts.length, context);
  return { entry, codec, model };
}

function request(more: Partial<GenerateRequest> = {}): GenerateRequest {
  return {
    cases: ['q1', 'q22', 'q333', 'q', 'q4545'].map((prompt, i) => ({
      id: `case ${i}`,
      prompt,
      options: letterForms(['A', 'B']),
    })),
    sampling: { mode: 'greedy', temperature: 1, seed: 1 },
    maxNewTokens: 12,
    batchSize: 2,
    rule: ANSWER_TAG,
    ...more,
  };
}

async function run(asked: GenerateRequest, stream = false): Promise<GenerateBatch[]> {
  const batches: GenerateBatch[] = [];
  await generate(
    loaded(),
    asked,
    stream,
    (batch) => batches.push(batch),
    () => Promise.resolve(false),
  );
  return batches;
}

const tracesOf = (batches: readonly GenerateBatch[]) => batches.flatMap(({ traces }) => traces);

describe('a generation', () => {
  it('gives one trace a case, and ends with complete progress', async () => {
    const asked = request();
    const batches = await run(asked);
    const traces = tracesOf(batches);
    expect(traces.map(({ caseId }) => caseId).sort()).toEqual(asked.cases.map(({ id }) => id));
    expect(batches.at(-1)!.progress).toMatchObject({
      done: 5,
      total: 5,
      newTokens: traces.reduce((sum, { tokens }) => sum + tokens.count, 0),
    });
    expect(batches.flatMap(({ updates }) => updates)).toEqual([]);
  });

  it('does not depend on the batch size, also when it samples', async () => {
    const sampling = { mode: 'sample', temperature: 2, seed: 4 } as const;
    const byId = async (batchSize: number) =>
      Object.fromEntries(
        tracesOf(await run(request({ sampling, batchSize }))).map((trace) => [trace.caseId, trace]),
      );
    expect(await byId(5)).toEqual(await byId(1));
  });

  it('decides where the rule says, from the option logits there', async () => {
    const prefix = '</think>Answer:';
    const sampling = { mode: 'sample', temperature: 50, seed: 1 } as const;
    let found = 0;
    for (let seed = 0; seed < 12; seed++) {
      const plain = request({ sampling: { ...sampling, seed }, maxNewTokens: 1 });
      const asked = { ...plain, cases: plain.cases.map((input) => ({ ...input, prefix })) };
      for (const { tokens, decision } of tracesOf(await run(asked))) {
        expect(Array.from(tokens.ids.subarray(0, 3), (id) => codec.texts[id])).toEqual([
          '</think>',
          'Answer',
          ':',
        ]);
        const text = codec.texts[tokens.ids[3]!]!;
        const chosen = ['A', 'B'].indexOf(text.trim());
        if (chosen < 0) {
          // A new end of reasoning takes the old statement with it.
          const reason = text === '</think>' ? 'cut-off' : 'not-an-option';
          expect(decision).toEqual({ status: 'missing', reason });
          continue;
        }
        found++;
        if (decision.status !== 'found') throw new Error('a stated decision was not found');
        expect(decision).toMatchObject({ tokenIndex: 3, chosen });
        // The option's logit holds at least the logit of the form that was chosen.
        expect(decision.logits[chosen]!).toBeGreaterThan(
          tokens.logprobs[3]! + tokens.logsumexps[3]!,
        );
        expect(decision.optionMass).toBeGreaterThan(Math.exp(tokens.logprobs[3]!));
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('goes on from the tokens of another trace as that trace did, each case from its own', async () => {
    const whole = tracesOf(await run(request({})));
    const idsOf = new Map(whole.map(({ caseId, tokens }) => [caseId, [...tokens.ids]]));
    const { cases, ...rest } = request({});
    const started = cases.map((input, i) => ({
      ...input,
      prefix: idsOf.get(input.id)!.slice(0, i),
    }));
    for (const { caseId, tokens } of tracesOf(await run({ ...rest, cases: started }))) {
      const ids = idsOf.get(caseId)!;
      expect([...tokens.ids].slice(0, ids.length)).toEqual(ids);
    }
    const foreign = [{ ...cases[0]!, prefix: [codec.texts.length] }];
    await expect(run({ ...rest, cases: foreign })).rejects.toThrow('which is no token');
  });

  it('streams every token of rows under way once', async () => {
    const slow = loaded();
    const forward = slow.model.forward.bind(slow.model);
    slow.model.forward = async (input) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return forward(input);
    };
    const streamed = new Map<string, number[]>();
    const traces = new Map<string, number[]>();
    const take = ({ updates, traces: finished }: GenerateBatch): void => {
      for (const { caseId, tokens } of updates)
        streamed.set(caseId, [...(streamed.get(caseId) ?? []), ...tokens.ids]);
      for (const { caseId, tokens } of finished) traces.set(caseId, [...tokens.ids]);
    };
    await generate(slow, request(), true, take, () => Promise.resolve(false));
    expect(streamed.size).toBeGreaterThan(0);
    for (const [caseId, ids] of streamed)
      expect(traces.get(caseId)!.slice(0, ids.length)).toEqual(ids);
  });

  it.each([
    ['no temperature', request({ sampling: { mode: 'sample', temperature: 0, seed: 1 } })],
    ['no tokens', request({ maxNewTokens: 0 })],
    ['half a batch', request({ batchSize: 1.5 })],
    ['a case twice', request({ cases: [...request().cases, ...request().cases] })],
    [
      'a prompt beyond the context',
      request({ cases: [{ id: 'long', prompt: 'q'.repeat(context), options: [] }] }),
    ],
  ])('refuses %s', async (_, asked) => {
    await expect(run(asked)).rejects.toThrow(RequestError);
  });

  it('of no cases is done at once', async () => {
    expect(tracesOf(await run(request({ cases: [] })))).toEqual([]);
  });
});
