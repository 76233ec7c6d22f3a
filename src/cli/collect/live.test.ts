import { expect, test } from 'vitest';
import { findTask } from '../../tasks';
import { letterForms } from '../../traces/options';
import { ANSWER_TAG } from '../../traces/rule';
import { createEndpointEngine } from '../../inference/endpoint/engine';

/** A server that serves our base model, if one runs: src/inference/endpoint/fixtures/README.md says how to start it. */
const url = process.env.ENDPOINT_URL ?? '';

test.skipIf(url === '')('a server of our base model decides as the golden run did', async () => {
  const task = findTask('clinic')!;
  const cases = Array.from({ length: 20 }, (_, i) => task.sample(20260001, i)).map((item) => ({
    id: item.id,
    prompt: item.prompt,
    options: letterForms(item.options),
  }));
  const runs = await Promise.all(
    (['chat', 'completions'] as const).map(async (api) => {
      const engine = createEndpointEngine({
        baseUrl: url,
        api,
        promptTemplate: '<|im_start|>user\n{prompt}<|im_end|>\n<|im_start|>assistant\n',
      });
      await engine.load('', {});
      const request = { maxNewTokens: 192, batchSize: 1, rule: ANSWER_TAG, cases };
      return engine.generate(
        { ...request, sampling: { mode: 'greedy', temperature: 1, seed: 0 } },
        {},
      );
    }),
  );
  const [chat, completions] = runs.map((traces) => traces.map(({ decision }) => decision));
  expect(chat).toHaveLength(20);
  chat!.forEach((decision, i) => {
    const other = completions![i]!;
    expect(decision.status).toBe('found');
    if (decision.status !== 'found' || other.status !== 'found') return;
    expect(other.chosen).toBe(decision.chosen);
    expect(decision.optionMass).toBeGreaterThan(0.99);
    decision.logits.forEach((z, k) => expect(other.logits[k]).toBeCloseTo(z, 2));
  });
});
