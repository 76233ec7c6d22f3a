import { expect, test } from 'vitest';
import type { ExplorerState } from './explorerState';
import { isStep, linkOf } from './linkOf';
import { DEFAULT_SETTINGS } from './settings';
import { INITIAL_VIEW } from './view/view';
import { editSubject, sampleSubject, SHIPPED_SEED } from './subject';

const state = (change: Partial<ExplorerState> = {}) =>
  ({
    choice: { model: 'rlvr', dtype: 'q8', task: 'clinic', mode: 'greedy' },
    subject: sampleSubject('clinic', SHIPPED_SEED, 7),
    selectedBin: null,
    ...change,
  }) as ExplorerState;

test('model, task and shipped case are in the link, and the bin that is open', () => {
  expect(linkOf(state(), DEFAULT_SETTINGS, INITIAL_VIEW)).toBe('v=1&m=rlvr&t=clinic&c=7');
  expect(linkOf(state({ selectedBin: 3 }), DEFAULT_SETTINGS, INITIAL_VIEW)).toBe(
    'v=1&m=rlvr&t=clinic&c=7&n=3',
  );
});

test('a prompt of one’s own and cases of another seed are not', () => {
  const typed = editSubject(state().subject, 'Is it raining?');
  expect(linkOf(state({ subject: typed }), DEFAULT_SETTINGS, INITIAL_VIEW)).toBe(
    'v=1&m=rlvr&t=clinic',
  );
  const other = sampleSubject('clinic', 5, 7);
  expect(linkOf(state({ subject: other }), DEFAULT_SETTINGS, INITIAL_VIEW)).toBe(
    'v=1&m=rlvr&t=clinic',
  );
});

test('another model, task, case or panel is a step of the history; a slider, a bin or the first link is none', () => {
  const from = 'v=1&m=rlvr&t=clinic';
  expect(isStep(from, 'v=1&m=base&t=clinic')).toBe(true);
  expect(isStep(from, 'v=1&m=rlvr&t=courier')).toBe(true);
  expect(isStep(from, 'v=1&m=rlvr&t=clinic&c=4')).toBe(true);
  expect(isStep(from, 'v=1&m=rlvr&t=clinic&p=compare')).toBe(true);
  expect(isStep(from, 'v=1&m=rlvr&t=clinic&T=2')).toBe(false);
  expect(isStep(from, 'v=1&m=rlvr&t=clinic&n=2')).toBe(false);
  expect(isStep('', from)).toBe(false);
});

test('decisions of one’s own that are shown or on their way are named, others are not', () => {
  const link = (change: Partial<ExplorerState>) =>
    linkOf(state(change), DEFAULT_SETTINGS, INITIAL_VIEW);
  expect(link({ origin: 'imported' })).toContain('o=imported');
  expect(link({ origin: 'shipped', awaited: true })).toContain('o=imported');
  expect(link({ origin: 'run', awaited: false })).not.toContain('o=');
});
