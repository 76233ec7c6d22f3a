import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { scripts } from '../../package.json';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = [
  'README.md',
  'models/README.md',
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
];
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The commands of a page's shell blocks, comments taken off. */
const commandsOf = (page: string) =>
  [...read(page).matchAll(/```sh\n(.*?)```/gs)]
    .flatMap(([, block]) => block!.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean);

const cli = (...argv: string[]) =>
  promisify(execFile)('npx', ['tsx', join(ROOT, 'src/cli/main.ts'), ...argv], { cwd: ROOT });

test('a page that documents commands has some', () => {
  expect(PAGES.flatMap(commandsOf).length).toBeGreaterThan(15);
});

test.each(PAGES)('%s: every npm script that is named exists', (page) => {
  for (const command of commandsOf(page))
    for (const [, name] of command.matchAll(/npm run (?:-s )?([\w-]+)/g))
      expect(Object.keys(scripts)).toContain(name);
});

test.each(PAGES)('%s: every link to a file leads to one', (page) => {
  for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
    expect(existsSync(join(ROOT, dirname(page), target!)), target).toBe(true);
});

test('every option that the pages give to the program is one of its command’s', async () => {
  const calls = PAGES.flatMap(commandsOf).flatMap((command) => {
    const [, name, rest] = /cli -- ([\w-]+)(.*)$/.exec(command) ?? [];
    return name === undefined ? [] : [{ name, flags: rest!.match(/--[\w-]+/g) ?? [] }];
  });
  const { stdout: usage } = await cli('--help');
  const help = new Map(
    await Promise.all(
      [...new Set(calls.map(({ name }) => name))].map(
        async (name) => [name, (await cli(name, '--help')).stdout] as const,
      ),
    ),
  );
  for (const { name, flags } of calls)
    for (const flag of flags)
      expect(`${usage}${help.get(name)}`, `${name} ${flag}`).toContain(flag);
  expect(calls.length).toBeGreaterThan(5);
});
