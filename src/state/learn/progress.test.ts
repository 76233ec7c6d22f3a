import { expect, test } from 'vitest';
import { createProgress, type Keep } from './progress';

function memory(): Keep & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

test('answers outlive the page, until they are reset', () => {
  const keep = memory();
  const first = createProgress(() => keep);
  first.answer('confidence', 0.7);
  first.answer('why', 'accuracy');
  first.retry('why');
  const again = createProgress(() => keep).store.getState();
  expect(again).toEqual(first.store.getState());
  expect(again).toMatchObject({ answers: { confidence: 0.7 }, kept: true });
  const { learner } = again;
  first.reset();
  const after = createProgress(() => keep).store.getState();
  expect(after.answers).toEqual({});
  expect(after.learner).not.toBe(learner);
});

test('what is kept is read as untrusted', () => {
  for (const text of [
    '{',
    'null',
    '{"learner":1}',
    '{"learner":"00000000000000a1","answers":[3]}',
  ]) {
    const keep = memory();
    keep.values.set('calibration-explorer/learn', text);
    expect(createProgress(() => keep).store.getState().answers).toEqual({});
  }
});

test('where storage is refused the answers last as long as the page, and it says so', () => {
  const progress = createProgress(() => {
    throw new Error('refused');
  });
  progress.answer('diagram', 0.4);
  expect(progress.store.getState()).toMatchObject({ answers: { diagram: 0.4 }, kept: false });
});
