import { expect, test } from 'vitest';
import type { Engine, GenerateRequest, LoadReport } from '../../inference/engine';
import { ANSWER_TAG } from '../../traces/rule';
import { askedAs } from './asked';
import { INITIAL_FORM, INSTRUCTION } from './form';

const REQUEST: GenerateRequest = {
  cases: [{ id: 'c', prompt: 'Which?', options: [] }],
  sampling: { mode: 'greedy', temperature: 1, seed: 3 },
  ...{ maxNewTokens: 192, batchSize: 32, rule: ANSWER_TAG },
};

function setUp(connects: boolean) {
  const asked: GenerateRequest[] = [];
  const own: Engine = {
    load: () => Promise.reject(new Error('not here')),
    generate: (request) => {
      asked.push(request);
      return Promise.resolve([]);
    },
    score: () => Promise.resolve([]),
    dispose: () => Promise.reject(new Error('not here')),
  };
  let connected = false;
  const report = { model: 'm', dtype: 'q4', backend: 'wasm', selfTest: null, refused: [] } as const;
  const engine = (form = INITIAL_FORM, expected = 'm') =>
    askedAs(
      expected,
      {
        engine: () => (connected ? own : null),
        report: (): LoadReport | null => (connected ? report : null),
        connect: () => {
          connected = connects;
          return Promise.resolve();
        },
      },
      () => form,
    );
  return { asked, engine };
}

test('what Explore asks is asked as the form says; the rest stays', async () => {
  const { asked, engine } = setUp(true);
  await expect(engine().generate(REQUEST, {})).rejects.toThrow('m is not connected');
  await engine().load('m', {});
  await engine({ ...INITIAL_FORM, maxNewTokens: '700', after: '</think>' }).generate(REQUEST, {});
  expect(asked).toEqual([
    {
      ...REQUEST,
      cases: [{ id: 'c', prompt: `Which?\n${INSTRUCTION}`, options: [] }],
      maxNewTokens: 700,
      rule: { name: 'Answer: after </think>', after: '</think>', pattern: 'Answer:' },
    },
  ]);
  await engine().dispose();
});

test('a form that says nothing, a model that is gone and another in its place are refused', async () => {
  const { engine } = setUp(true);
  await engine().load('m', {});
  const broken = engine({ ...INITIAL_FORM, maxNewTokens: '' });
  await expect(broken.generate(REQUEST, {})).rejects.toThrow('Longest completion');
  await expect(engine(INITIAL_FORM, 'other').load('other', {})).rejects.toThrow(
    'm is connected now, not other',
  );
  await expect(setUp(false).engine().load('m', {})).rejects.toThrow('Connect to it again');
});
