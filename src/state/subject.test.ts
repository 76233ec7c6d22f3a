import { expect, test } from 'vitest';
import { readUserTask } from '../tasks/userTask';
import {
  editSubject,
  indexOfSubject,
  sampleSubject,
  subjectOfId,
  subjectOfUserCase,
  subjectFault,
} from './subject';

const subject = sampleSubject('clinic', 7, 3);

test('a case id leads back to its case', () => {
  expect(subjectOfId('clinic-7-3')).toEqual(subject);
  expect(indexOfSubject(subject)).toBe(3);
  for (const id of ['clinic-7', 'attic-7-3', '<b>-1-1', '']) expect(subjectOfId(id)).toBeNull();
});

test('an edit that stays a prompt of the task has a new posterior and keeps gold', () => {
  const [first] = subject.prompt.slice('A patient has '.length).split(';');
  const edited = editSubject(subject, subject.prompt.replace(`${first!}; `, ''));
  expect(edited.posterior).not.toBeNull();
  expect(edited.posterior).not.toEqual(subject.posterior);
  expect(edited).toMatchObject({ gold: subject.gold, edited: true });
  expect(subjectFault(edited)).toBeNull();
});

test('a prompt of one’s own has no posterior, and no gold until the user says so', () => {
  const own = editSubject(subject, 'Is water wet?\nA) yes\nB) no');
  expect(own).toMatchObject({ labels: ['A', 'B'], posterior: null, gold: -1 });
  expect(indexOfSubject(own)).toBeNull();
});

test.each(['', 'no options at all', 'A) only one', 'A) one\nA) two'])(
  'a prompt that cannot be run says what it needs: %j',
  (prompt) => {
    expect(subjectFault(editSubject(subject, prompt))).toMatch(/few|twice/);
  },
);

test('a case of the user’s own is a subject, with the gold that the user told', () => {
  const text = '{"id":"w","prompt":"Is water wet?","options":["yes","no"],"gold":"no"}';
  const [instance] = readUserTask(text, 'water').cases;
  expect(subjectOfUserCase(instance!)).toMatchObject({
    id: 'w',
    task: 'water',
    labels: ['A', 'B'],
    optionTexts: ['yes', 'no'],
    gold: 1,
    posterior: null,
  });
});
