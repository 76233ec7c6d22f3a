import { expect, test } from 'vitest';
import { createSay } from './say';

const say = createSay(
  [
    ['Line {#0} {1}', 'Zeile {0} {1}'],
    ['is not valid JSON.', 'ist kein gültiges JSON.'],
    ['{0} failed ({1}).', '{0} ist ausgefallen ({1}).'],
    ['{0} asks {1}', 'Auf {1} wartet {0}'],
    ['Try again.', 'Noch einmal.'],
  ],
  (number) => number.replace('.', ','),
);

test('a hole is said, too, wherever the other language puts it', () => {
  expect(say('Line 3 is not valid JSON.')).toBe('Zeile 3 ist kein gültiges JSON.');
  expect(say('Line x is not valid JSON.')).toBe('Line x is not valid JSON.');
  expect(say('The server asks 2')).toBe('Auf 2 wartet The server');
});

test('a list in a hole is said name by name', () => {
  expect(say('a, Try again., b failed (1).')).toBe('a, Noch einmal., b ist ausgefallen (1).');
});

test('what is not known stays, sentence by sentence', () => {
  expect(say('x.example failed (500). It says: “is not valid JSON.” Try again.')).toBe(
    'x.example ist ausgefallen (500). It says: “is not valid JSON.” Noch einmal.',
  );
  expect(say('Failed to fetch')).toBe('Failed to fetch');
});

test('numbers are written as the language writes them, and nothing else is', () => {
  expect(say('1.5 failed (v1.5).')).toBe('1,5 ist ausgefallen (v1.5).');
});

test('regular expressions, markup and long texts of others do no harm', () => {
  for (const text of ['(.*)+$ [a-z] {0}', '<b>failed</b>', '', ' ', 'Line '.repeat(1000)])
    expect(say(text)).toBe(text);
  const start = performance.now();
  for (const text of [`${'failed ('.repeat(180)}x`, 'a. '.repeat(499), 'asks '.repeat(299)])
    say(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
