import { expect, test } from 'vitest';
import { MOST_BYTES, readAnswersFile, writeAnswersFile } from './answersFile';
import { addToPool, EMPTY_POOL, pooledSteps, predictionsOf } from './pool';

const file = (learner: string, answers: Record<string, unknown>) => ({
  name: `${learner}.json`,
  text: writeAnswersFile({ learner, name: 'N', answers: answers }),
});
const [one, two] = ['00000000000000a1', '00000000000000b2'];

test('what was written is read again', () => {
  const answers = { confidence: 0.7, why: 'accuracy' };
  expect(readAnswersFile(writeAnswersFile({ learner: one, name: 'Ada', answers }))).toEqual({
    file: { learner: one, name: 'Ada', answers },
    ignored: 0,
  });
});

test('files of a class are pooled step by step', () => {
  const pool = addToPool(EMPTY_POOL, [
    file(one, { confidence: 0.7, why: 'accuracy' }),
    file(two, { confidence: 0.2 }),
  ]);
  expect(predictionsOf(pool, 'confidence')).toEqual([0.7, 0.2]);
  expect(pooledSteps(pool)).toEqual(['confidence', 'why']);
  expect(pool.remarks).toEqual([]);
});

test('a bad file says why it is not taken, the others count', () => {
  const hostile = {
    format: 'calibration-explorer/predictions',
    version: 1,
    learner: one,
    answers: { confidence: 7, scaling: 'bigger', __proto__: 1, diagram: 0.5, constructor: 'x' },
  };
  const pool = addToPool(EMPTY_POOL, [
    { name: 'cut.json', text: '{"format":' },
    { name: 'other.json', text: '[1]' },
    { name: 'null.json', text: 'null' },
    { name: 'newer.json', text: JSON.stringify({ ...hostile, version: 2 }) },
    { name: 'empty.json', text: JSON.stringify({ ...hostile, answers: { confidence: 'x' } }) },
    { name: 'big.json', text: ' '.repeat(MOST_BYTES + 1) },
    { name: 'huge.json', text: null },
    { name: 'partly.json', text: JSON.stringify(hostile) },
  ]);
  expect(pool.remarks).toEqual([
    { file: 'cut.json', kind: 'refused', reason: 'json' },
    { file: 'other.json', kind: 'refused', reason: 'format' },
    { file: 'null.json', kind: 'refused', reason: 'format' },
    { file: 'newer.json', kind: 'refused', reason: 'version' },
    { file: 'empty.json', kind: 'refused', reason: 'empty' },
    { file: 'big.json', kind: 'refused', reason: 'big' },
    { file: 'huge.json', kind: 'refused', reason: 'big' },
    { file: 'partly.json', kind: 'ignored', count: 3 },
  ]);
  expect([...pool.learners.values()].map(({ answers }) => answers)).toEqual([{ diagram: 0.5 }]);
});

test('a learner counts once, with the last file', () => {
  const pool = addToPool(addToPool(EMPTY_POOL, [file(one, { confidence: 0.7 })]), [
    file(one, { confidence: 0.3 }),
  ]);
  expect(predictionsOf(pool, 'confidence')).toEqual([0.3]);
  expect(pool.remarks).toEqual([{ file: `${one}.json`, kind: 'refused', reason: 'again' }]);
});
