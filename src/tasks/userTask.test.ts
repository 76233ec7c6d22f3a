import { expect, test } from 'vitest';
import { readUserTask, UserTaskError } from './userTask';

const line = (row: object) => JSON.stringify(row);
const only = (row: object) => {
  const { cases, problems } = readUserTask(line(row), 'mine');
  expect(problems).toEqual([]);
  return cases[0]!;
};
const ASKED = 'Keep it?\n- keep = A\n- remove = B';

test('options as texts get letters, and lines in the prompt', () => {
  expect(only({ id: 7, prompt: 'Keep it?', options: ['keep', 'remove'], gold: 'remove' })).toEqual({
    id: '7',
    task: 'mine',
    prompt: ASKED,
    options: ['A', 'B'],
    optionTexts: ['keep', 'remove'],
    gold: 'B',
  });
});

test('a prompt that has its option lines is left as it is', () => {
  for (const prompt of [ASKED, 'Keep it?\nA) keep\nB) remove']) {
    const instance = only({ id: 'x', prompt, options: ['A', 'B'] });
    expect(instance).toMatchObject({ prompt, optionTexts: ['keep', 'remove'], gold: null });
  }
  // Letters of the prompt's own order count, not the order of the list.
  const turned = only({ prompt: ASKED, options: ['remove', 'keep'], gold: 0 });
  expect(turned).toMatchObject({ prompt: ASKED, options: ['B', 'A'], gold: 'B', id: 'mine-1' });
});

test('options with labels of their own keep them', () => {
  const options = [
    { label: 'yes', text: 'it is spam' },
    { label: 'no', text: 'it is not' },
  ];
  const instance = only({ id: 'x', prompt: 'Spam?', options, gold: 'no' });
  expect(instance.prompt).toBe('Spam?\n- it is spam = yes\n- it is not = no');
  expect(instance.gold).toBe('no');
  const bare = only({ prompt: 'Yes or no?', options: [{ label: 'yes' }, { label: 'no' }] });
  expect(bare).toMatchObject({ prompt: 'Yes or no?', optionTexts: ['yes', 'no'] });
});

test('CSV says the same, with options in a cell or in columns', () => {
  const rows = [
    'id,prompt,options,gold',
    '1,"Keep ""it"", or\nnot?",keep|remove,keep',
    '2,Which?,"[""a"",""b, or c""]",B',
  ].join('\r\n');
  const { cases, problems } = readUserTask(`\uFEFF${rows}\r\n`, 'mine');
  expect(problems).toEqual([]);
  expect(cases[0]).toMatchObject({ id: '1', gold: 'A', optionTexts: ['keep', 'remove'] });
  expect(cases[0]!.prompt).toContain('Keep "it", or\nnot?\n- keep = A');
  expect(cases[1]).toMatchObject({ optionTexts: ['a', 'b, or c'], gold: 'B' });
  const columns = readUserTask('id,prompt,A,B,C,gold\nq1,Which?,red,blue,,B\n', 'mine');
  expect(columns.cases[0]).toMatchObject({
    options: ['A', 'B'],
    optionTexts: ['red', 'blue'],
    gold: 'B',
  });
});

test('rows that are no cases are named by their lines, the others kept', () => {
  const good = { id: 'a', prompt: 'p', options: ['x', 'y'] };
  const text = [
    line(good),
    '{"id": "torn"',
    line({ ...good, id: 'b', options: ['x'] }),
    '',
    line({ ...good, id: 'c', gold: 'z' }),
    line(good),
    line({ ...good, id: 'd', prompt: ' ' }),
    line({ ...good, id: 'e', options: [{ label: 'A' }, { label: 'A' }] }),
    line({ ...good, id: 'f', options: [{ text: 'A' }, null] }),
    line({ ...good, id: 'g' }),
  ].join('\n');
  const { cases, problems } = readUserTask(text, 'mine');
  expect(cases.map(({ id }) => id)).toEqual(['a', 'g']);
  expect(problems.every((problem) => problem instanceof UserTaskError)).toBe(true);
  expect(problems.map(({ line: where }) => where)).toEqual([2, 3, 5, 6, 7, 8, 9]);
  expect(problems.map(({ message }) => message).join('\n')).toMatch(
    /2 is not a JSON object[^]*3 wants “options”[^]*5 has gold “z”[^]*6 has the id “a” of line 1[^]*7 wants a text “prompt”[^]*8 names two options alike[^]*9 has an option without a “label”/u,
  );
});

test('a quote that never closes ends the table with its line', () => {
  const { problems } = readUserTask('id,prompt,options\n1,p,x|y\n2,"p,x|y\n', 'mine');
  expect(problems.map(({ line: where }) => where)).toEqual([3]);
});
