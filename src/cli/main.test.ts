import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

type Outcome = { code: number; stdout: string; stderr: string };

async function cli(...args: string[]): Promise<Outcome> {
  const main = join(import.meta.dirname, 'main.ts');
  try {
    const done = await promisify(execFile)(process.execPath, ['--import', 'tsx', main, ...args], {
      maxBuffer: 1e8,
    });
    return { code: 0, ...done };
  } catch (error) {
    return error as Outcome;
  }
}

test('tasks prints cases as JSONL, the same for the same seed wherever it starts', async () => {
  const { stdout } = await cli('tasks', 'moderation', '--n', '5', '--seed', '7');
  const rows = stdout.trimEnd().split('\n');
  expect(rows).toHaveLength(5);
  const row = JSON.parse(rows[3]!) as Record<string, unknown>;
  expect(Object.keys(row).slice(0, 3)).toEqual(['id', 'task', 'prompt']);
  expect(row).not.toHaveProperty('trace');
  const from = await cli('tasks', 'moderation', '--n', '1', '--seed', '7', '--start', '3');
  expect(from.stdout.trimEnd()).toBe(rows[3]);
});

test('what tasks writes, verify reads', async () => {
  const { stdout } = await cli('tasks', 'clinic', '--n', '50', '--traces');
  const file = join(await mkdtemp(join(tmpdir(), 'cli-')), 'traces.jsonl');
  await writeFile(file, stdout);
  const verdict = JSON.parse((await cli('verify', file)).stdout) as Record<string, number>;
  expect(verdict).toMatchObject({ n: 50, formatValid: 1, consistent: 1 });
});

test('gold may be an option or its index; an index out of range is refused', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'cli-')), 'decisions.jsonl');
  const row = (gold: unknown) => JSON.stringify({ options: ['A', 'B'], logits: [2, 0], gold });
  await writeFile(file, [row('A'), row(0), row(1)].join('\n'));
  const { stdout } = await cli('report', file, '--json');
  expect((JSON.parse(stdout) as { accuracy: number }).accuracy).toBeCloseTo(2 / 3, 12);
  await writeFile(file, row(2));
  expect((await cli('report', file)).stderr).toMatch(
    /has 2 for “gold”, which has to be one of the options A, B/,
  );
});

test('help says what a command takes, and exits well', async () => {
  const { code, stdout } = await cli('report', '--help');
  expect(code).toBe(0);
  for (const option of ['--edges', '--calibrator', 'barycentre']) expect(stdout).toContain(option);
  expect((await cli('tasks', '--help')).stdout).toContain('--seed');
});

test.each([
  [['attic'], /Unknown command “attic”/],
  [['tasks'], /name one task of: clinic, moderation/],
  [['tasks', 'attic'], /not “attic”/],
  [['tasks', 'clinic', '--n', 'many'], /--n wants an integer of at least 0, not “many”/],
  [['tasks', 'clinic', '--colour'], /--colour/],
  [['verify', 'no-such-file'], /no-such-file/],
  [['pack', 'no-such-folder'], /no-such-folder.manifest\.json/],
])('%j is refused with what to do', async (args, message) => {
  const outcome = await cli(...args);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toMatch(message);
  expect(outcome.stderr).not.toMatch(/\n\s+at /);
});
