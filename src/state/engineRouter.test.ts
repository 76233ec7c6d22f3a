import { expect, test } from 'vitest';
import type { Engine } from '../inference/engine';
import { createEngineRouter } from './engineRouter';

/** An engine that only writes down what it is asked. */
function noting(name: string, log: string[]): Engine {
  const note = <T>(what: string, answer: T) => {
    log.push(`${name} ${what}`);
    return Promise.resolve(answer);
  };
  return {
    load: (model) =>
      note(`loads ${model}`, {
        ...{ backend: 'wasm', dtype: 'q8', selfTest: null, refused: [] },
      }),
    generate: () => note('generates', []),
    score: () => note('scores', []),
    vocabulary: () => [name],
    dispose: () => note('ends', undefined),
  };
}

const REQUEST = {} as Parameters<Engine['generate']>[0];

test('what follows a load goes to the engine of that model; the page has the rest', async () => {
  const log: string[] = [];
  const { engine, add } = createEngineRouter(noting('page', log));
  await expect(engine.generate(REQUEST, {})).rejects.toThrow('No model is loaded');
  add('mine', noting('mine', log));
  await engine.load('mine', {});
  await engine.generate(REQUEST, {});
  expect(engine.vocabulary?.()).toEqual(['mine']);
  await engine.load('rlvr', {});
  await engine.score({ tokens: [], positions: [] });
  await engine.dispose();
  expect(log).toEqual([
    ...['mine loads mine', 'mine generates', 'page loads rlvr', 'page scores'],
    ...['page ends', 'mine ends'],
  ]);
});

test('after a load that fails nobody serves', async () => {
  const failing: Engine = { ...noting('x', []), load: () => Promise.reject(new Error('no')) };
  const { engine, add } = createEngineRouter(noting('page', []));
  await engine.load('rlvr', {});
  add('x', failing);
  await expect(engine.load('x', {})).rejects.toThrow('no');
  await expect(engine.generate(REQUEST, {})).rejects.toThrow('No model is loaded');
});
