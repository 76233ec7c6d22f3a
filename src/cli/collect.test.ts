import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readTraceLine } from '../formats/traceLine';
import { run as runCollect } from './collect';
import { startTestServer, type TestServer } from './collect/testServer';
import { parseRow } from './report/row';
import { UsageError } from './usage';

const KEY = 'sk-Qz7Wx9-test';
let server: TestServer;
let folder: string;

beforeEach(async () => {
  vi.stubEnv('ENDPOINT_API_KEY', KEY);
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'collect-'));
});
afterEach(() => server.close());

type Outcome = { code: number | null; stdout: string; stderr: string };

/** The command within this process: fast, but it cannot be interrupted. */
async function run(args: string[]): Promise<Omit<Outcome, 'stdout'>> {
  let stderr = '';
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  try {
    return { code: await runCollect(args), stderr };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: 2, stderr: stderr + error.message };
  } finally {
    write.mockRestore();
  }
}

/** The command as a program of its own. */
function program(
  args: string[],
  watch?: (stderr: string, interrupt: () => void) => void,
): Promise<Outcome> {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { ...process.env, ENDPOINT_API_KEY: KEY },
  });
  const outcome = { stdout: '', stderr: '' };
  child.stdout.on('data', (part: Buffer) => (outcome.stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => {
    outcome.stderr += part.toString();
    watch?.(outcome.stderr, () => child.kill('SIGINT'));
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...outcome })));
}

const collect = (source: string, ...more: string[]) => [
  ...[source, '--url', server.url, '--out', join(folder, 'traces.jsonl')],
  ...more,
];

async function lines() {
  const text = await readFile(join(folder, 'traces.jsonl'), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const rows = text.trimEnd().split('\n');
  return rows.map((row, i) => readTraceLine(JSON.parse(row), `line ${i + 1}`));
}

test('cases and rollouts become traces that report reads, and the key is nowhere', async () => {
  const args = collect('moderation', '--n', '8', '--rollouts', '3', '--seed', '5');
  const { code, stderr } = await run(args);
  expect(code).toBe(0);
  expect(stderr).toContain('24 of 24 traces');
  const traces = await lines();
  const pairs = traces.map((line) => `${line.case.id} ${line.rollout} ${line.trace.sampling.seed}`);
  expect(new Set(pairs).size).toBe(24);
  expect(traces.map(({ rollout, trace }) => trace.sampling.seed - rollout)).toEqual(
    traces.map(() => 5),
  );
  expect(server.keys).toEqual(new Set([`Bearer ${KEY}`]));
  const text = await readFile(join(folder, 'traces.jsonl'), 'utf8');
  expect(text + stderr).not.toContain('Qz7Wx9');

  for (const [i, row] of text.trimEnd().split('\n').entries()) {
    const { decision } = traces[i]!.trace;
    const { options, gold } = traces[i]!.case;
    expect(parseRow(row, 'here')).toMatchObject({
      chosen: decision.status === 'found' ? decision.chosen : -1,
      gold: options.indexOf(gold!),
      logits: decision.status === 'found' ? decision.logits : [],
    });
  }
});

test('what is written is skipped, a torn last line is mended, other settings are refused', async () => {
  const args = collect('moderation', '--n', '6', '--greedy');
  await run(args);
  const out = join(folder, 'traces.jsonl');
  const before = await lines();
  const { length } = await readFile(out);
  await truncate(out, length - 40);
  const asked = server.answered();
  const again = await run(args);
  expect(again.stderr).toContain('was cut off; it is mended');
  expect(again.stderr).toContain('5 of 6 traces are there already');
  // One trace, and two questions of the probe.
  expect(server.answered() - asked).toBe(3);
  const after = await lines();
  expect(after.map((line) => line.case.id).sort()).toEqual(
    before.map((line) => line.case.id).sort(),
  );

  // Only the end of the line is missing.
  await truncate(out, (await readFile(out)).length - 1);
  expect((await run(args)).stderr).toContain('6 of 6 traces are there already');
  expect(await lines()).toHaveLength(6);

  const other = await run(collect('moderation', '--n', '6', '--temperature', '0.5'));
  expect(other.code).toBe(2);
  expect(other.stderr).toMatch(
    /traces of another sampling \(greedy, now temperature 0.5, seed 0\)/u,
  );
  await appendFile(out, 'no JSON\n');
  expect((await run(args)).stderr).toMatch(/line 7 of .* is not JSON/u);
});

test(
  'an interrupted run ends cleanly and goes on where it stopped',
  { timeout: 240_000 },
  async () => {
    await server.close();
    server = await startTestServer(150);
    const args = collect('moderation', '--n', '12', '--greedy', '--concurrency', '2');
    let interrupted = false;
    const { code, stderr } = await program(['collect', ...args], (text, interrupt) => {
      if (!interrupted && text.includes('1 of 12 traces')) {
        interrupted = true;
        setTimeout(interrupt, 400);
      }
    });
    expect(code).toBe(130);
    expect(stderr).toContain('run the same command again to go on');
    expect(stderr).not.toMatch(/\n\s+at /u);
    const kept = (await lines()).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(12);
    const again = await run(args);
    expect(again.stderr).toContain(`${kept} of 12 traces are there already`);
    expect(new Set((await lines()).map((line) => line.case.id)).size).toBe(12);
  },
);

test('cases of one’s own are collected, and one that the server refuses does not end the run', async () => {
  const file = join(folder, 'mine.jsonl');
  const row = (id: string, prompt: string) =>
    JSON.stringify({ id, prompt, options: ['keep', 'remove'], gold: 'keep' });
  await writeFile(file, [row('a', 'one'), row('b', 'refuse'), row('c', 'three')].join('\n'));
  const { code, stderr } = await run(collect(file, '--instruction', 'End with “Answer: X”.'));
  expect(code).toBe(1);
  expect(stderr).toContain('case b, rollout 0: http');
  expect(stderr).toContain('the prompt is too long');
  const traces = await lines();
  expect(traces.map((line) => line.case.id).sort()).toEqual(['a', 'c']);
  expect(traces[0]!.case).toMatchObject({
    task: 'mine',
    gold: 'A',
    optionTexts: ['keep', 'remove'],
  });
  expect(traces[0]!.case.prompt).toMatch(/- remove = B\nEnd with “Answer: X”\.$/u);
});

test.each([
  [[], /name one generated task or one file/u],
  [['moderation', '--out', 'x'], /--url is missing/u],
  [['moderation', '--url', 'http://127.0.0.1:19999', '--out', 'x'], /nothing listens there/u],
  [['attic', '--url', 'http://localhost:9', '--out', 'x'], /no generated task/u],
  [['moderation', '--url', 'x', '--out', 'x'], /no address/u],
  [['moderation', '--url', 'http://x', '--out', 'x', '--rule', '('], /no regular expression/u],
  [['moderation', '--url', 'http://x', '--out', 'x', '--key', 'sk'], /--key/u],
])('%j is refused with what to do', async (args, message) => {
  const { code, stderr } = await run(args);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /u);
});
