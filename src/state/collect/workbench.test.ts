import { expect, test } from 'vitest';
import type { Explorer } from '../explorer';
import { INSTRUCTION } from './form';
import { createWorkbench } from './workbench';

const explorer = {
  store: { getState: () => ({ choice: { task: 'clinic' }, catalogue: null }) },
} as unknown as Explorer;

test('a task is chosen when it is read; what is none leaves the one before', async () => {
  const { store, openTask, setSource } = createWorkbench(explorer);
  await openTask('q.csv', new Blob(['id,prompt,options\n1,Which?,x|y\n2,Which?,x|y\n']));
  expect(store.getState()).toMatchObject({
    source: { kind: 'own', name: 'q' },
    form: { count: '2' },
  });
  await openTask('bad.csv', new Blob(['id,prompt\n1,Which?\n']));
  expect(store.getState().taskProblem).toContain('bad.csv has no cases');
  expect(store.getState().source.name).toBe('q');
  setSource({ kind: 'built-in', name: 'garage' });
  expect(store.getState().own?.name).toBe('q');
});

test('the instruction follows the kind of model until the user writes another', () => {
  const { store, setKind, edit } = createWorkbench(explorer);
  expect(store.getState().form.instruction).toBe(INSTRUCTION);
  setKind('page');
  expect(store.getState().form.instruction).toBe('');
  edit({ instruction: 'Decide.' });
  setKind('endpoint');
  expect(store.getState().form.instruction).toBe('Decide.');
});

test('nothing can be asked before a model is there', () => {
  const { collectModel, setKind } = createWorkbench(explorer);
  expect(collectModel()).toBeNull();
  setKind('page');
  expect(collectModel()).toBeNull();
});
