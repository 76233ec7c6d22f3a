import { readFile } from 'node:fs/promises';
import { expect as base, test, type Page } from '@playwright/test';
import { startTestServer } from '../src/cli/collect/testServer';
import { eceOfRows } from '../src/calibration/ece';
import { scaledConfidence } from '../src/calibration/scaling';
import { readTraceLine } from '../src/formats/traceLine';
import { DEFAULT_SETTINGS } from '../src/state/settings';
import { TASKS } from '../src/tasks';
import { expectAccessible } from './axe';
import { serveConnectBuild } from './site/connectBuild';
import { everythingKept } from './site/everythingKept';
import { startHubServer } from './site/hubServer';
import { storedIn } from './site/stored';

const expect = base.configure({ timeout: 30_000 });

const KEY = 'sk-Qz7Wx9-typed';
const DATA = '#v=1&p=data';

let site: Awaited<ReturnType<typeof serveConnectBuild>>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  site = await serveConnectBuild();
});
test.afterAll(() => site.close());

/** Twenty cases of the user's own, and two rows that are none. */
const TASK = [
  ...Array.from({ length: 20 }, (_, i) =>
    JSON.stringify({
      id: `own-${i}`,
      prompt: `Keep post ${'x'.repeat(i % 3)}?`,
      options: ['keep', 'remove'],
      gold: i % 4 === 0 ? 'keep' : 'remove',
    }),
  ),
  'no case at all',
  '{"id": "own-3", "prompt": "Twice?", "options": ["a", "b"]}',
].join('\n');

const server = (page: Page) => page.getByRole('status', { name: 'Server', exact: true });
const collected = (page: Page) => page.getByRole('status', { name: 'Traces collected' });
const keptTraces = (page: Page) => page.getByRole('status', { name: 'Kept traces' });
const taskRead = (page: Page) => page.getByRole('status', { name: 'Task read' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function connect(page: Page, url: string, key = '') {
  await page.getByLabel('Base URL of an OpenAI-compatible server').fill(url);
  await page.getByLabel('Key', { exact: true }).fill(key);
  await button(page, 'Connect').click();
}

const openTask = (page: Page, text: string, name = 'my posts.jsonl') =>
  page
    .getByLabel('Task file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

const stored = (page: Page) => storedIn(page, 'calibration-explorer-collected');

/** Generated cases as a file of the user's own. */
function ownCases(n: number): string {
  const task = TASKS.find(({ name }) => name === 'moderation')!;
  return Array.from({ length: n }, (_, i) => {
    const { prompt, options, gold } = task.sample(20260001, i);
    return JSON.stringify({ id: `m${i}`, prompt, options, gold });
  }).join('\n');
}

/** What the saved traces say. */
function numbersOf(file: string) {
  const lines = file.trimEnd().split('\n');
  const traces = lines.map((line, i) => readTraceLine(JSON.parse(line), `line ${i + 1}`));
  const rows = traces.flatMap(({ trace: { decision }, case: { gold, options } }) =>
    decision.status === 'found' ? [{ ...decision, right: options[decision.chosen] === gold }] : [],
  );
  const chosen = rows.map((row) => row.chosen);
  const logits = Float64Array.from(rows.flatMap((row) => row.logits));
  const { bins, binning, edges } = DEFAULT_SETTINGS;
  const correct = Uint8Array.from(rows, ({ right }) => (right ? 1 : 0));
  const confidence = scaledConfidence(logits, 2, chosen, 1);
  const ece = eceOfRows(confidence, correct, { bins, binning, edges });
  return { traces, n: rows.length, ece: `${(100 * ece).toFixed(1)} %` };
}

test('a server is asked cases of one’s own: shown, saved, and the key is nowhere', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error.stack)));
  const { origin } = new URL(site.url);
  const llm = await startTestServer(20, origin, { models: ['tiny', 'large'] });
  await page.goto(`${site.url}${DATA}`);
  await connect(page, llm.url, KEY);
  await expect(server(page)).toContainText('lists 2 models');
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('tiny');
  await button(page, 'Connect').click();
  await expect(server(page)).toContainText('Connected to tiny.');
  await expect(server(page)).toContainText('likeliest tokens are known');

  await openTask(page, 'id,prompt\n1,Which?\n', 'bad.csv');
  await expect(page.getByRole('alert')).toContainText('bad.csv has no cases. Line 2');
  await openTask(page, TASK);
  await expect(taskRead(page)).toContainText(
    'my posts: 20 cases, 2 options each; 20 with a gold option. 2 bad',
  );
  await expect(
    page.getByRole('list', { name: 'Bad rows of the task' }).getByRole('listitem'),
  ).toHaveText([/^Line 21 /u, /^Line 22 has the id “own-3” of line 4/u]);
  await expect(page.getByLabel('Prompt of the first case')).toContainText('- keep = A');
  await expect(page.getByLabel('Cases, of 20')).toHaveValue('20');
  await button(page, 'Collect traces').click();
  await expect(collected(page)).toContainText('20 of 20 traces');
  await expect(collected(page)).toContainText('complete');
  await expectAccessible(page);

  const downloading = page.waitForEvent('download');
  await button(page, 'Save traces (JSONL)').click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  const { traces, ...numbers } = numbersOf(file);
  expect(numbers.n).toBe(20);
  expect(traces[0]!.trace.provenance.model).toBe('tiny');

  await button(page, 'Show in Explore').click();
  await expect(
    page.getByRole('status', { name: 'Expected calibration error' }).locator('strong'),
  ).toHaveText(numbers.ece);
  await expect(page.locator('dt:text-is("n") + dd')).toHaveText(/^20/u);
  await expect(page.getByRole('radio', { name: 'your model tiny' })).toBeChecked();
  await page.getByText('Bins as a table').click();
  await page.getByRole('table', { name: /bin/iu }).getByRole('button').last().click();
  const cases = page.getByRole('region', { name: 'Cases of the bin' });
  await cases.getByRole('button', { name: /^own-/u }).first().click();
  await expect(page.getByRole('button', { name: /^Decision token/u })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
    /^Keep post [^]*- remove = B\nThink step by step/u,
  );
  const exported: string[] = [];
  await page.getByText('Export', { exact: true }).click();
  for (const name of ['SVG', 'Bins JSON', 'Decisions CSV']) {
    const saving = page.waitForEvent('download');
    await button(page, name).click();
    exported.push(await readFile(await (await saving).path(), 'utf8'));
  }
  await button(page, 'Defer').click();
  await expect(page.getByRole('main')).toContainText('tiny');

  expect(llm.keys).toEqual(new Set([`Bearer ${KEY}`]));
  const kept = await everythingKept(page);
  // The search finds what is there.
  expect(kept).toContain('Calibration Explorer');
  expect(file).toContain('own-19');
  for (const text of [kept, file, ...exported, ...said]) expect(text).not.toContain('Qz7Wx9');

  await page.reload();
  await expect(keptTraces(page)).toContainText('Your 20 collected traces (tiny on my posts)');
  await keptTraces(page).getByRole('button', { name: 'Show' }).click();
  await expect(collected(page)).toContainText('20 of 20 traces');
  await expect(page.getByLabel('Base URL')).toHaveValue(llm.url);
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('');
  await expectAccessible(page);
  const again = page.waitForEvent('download');
  await button(page, 'Save traces (JSONL)').click();
  const sameFile = await readFile(await (await again).path(), 'utf8');
  expect(sameFile.split('\n').sort()).toEqual(file.split('\n').sort());
  await button(page, 'Show in Explore').click();
  await expect(
    page.getByRole('status', { name: 'Expected calibration error' }).locator('strong'),
  ).toHaveText(numbers.ece);
  const keptAfter = await everythingKept(page);
  expect(keptAfter).toContain('own-19');
  for (const text of [keptAfter, sameFile, ...said]) expect(text).not.toContain('Qz7Wx9');
  await keptTraces(page).getByRole('button', { name: 'Discard' }).click();
  await expect(keptTraces(page)).toHaveCount(0);
  expect(await everythingKept(page)).not.toContain('own-19');

  await button(page, 'Data').click();
  await connect(page, llm.url, KEY);
  await expect(server(page)).toContainText('Connected to tiny.');
  await llm.close();
  await button(page, 'Explore').click();
  await button(page, 'Data').click();
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('');
  await button(page, 'Forget the key').click();
  await expect(server(page)).not.toContainText('Connected');
});

test('a reload in mid-run keeps what came; with the key typed again the run goes on', async ({
  page,
}) => {
  const llm = await startTestServer(1200, new URL(site.url).origin);
  await page.goto(`${site.url}${DATA}`);
  await connect(page, llm.url, KEY);
  await expect(server(page)).toContainText('Connected to tiny.');
  await openTask(page, TASK);
  await expect(taskRead(page)).toContainText('my posts: 20 cases');
  await button(page, 'Collect traces').click();
  await expect(collected(page)).toContainText(/^(?:[4-9]|1\d) of 20 traces/u);
  await expect.poll(() => stored(page)).toBeGreaterThanOrEqual(4);
  await page.reload();
  await expect(keptTraces(page)).toContainText(
    /Collecting 20 traces \(tiny on my posts\) ended at/u,
  );
  const done = Number(/ended at (\d+)/u.exec((await keptTraces(page).textContent())!)![1]);
  expect(done).toBeGreaterThanOrEqual(4);
  await keptTraces(page).getByRole('button', { name: 'Show' }).click();
  await expect(collected(page)).toContainText(`${done} of 20 traces`);
  await button(page, 'Go on').click();
  await expect(page.getByRole('alert')).toContainText(
    'tiny is not connected. Connect to it again.',
  );
  await page.getByLabel('Key', { exact: true }).fill(KEY);
  await button(page, 'Connect').click();
  await expect(server(page)).toContainText('Connected to tiny.');
  const before = llm.answered();
  await button(page, 'Go on').click();
  await expect(collected(page)).toContainText('20 of 20 traces');
  await expect(collected(page)).toContainText('complete');
  expect(llm.answered() - before).toBe(20 - done);
  await expect(keptTraces(page)).toHaveCount(0);
  expect(await everythingKept(page)).not.toContain('Qz7Wx9');
  await llm.close();
});

test('busy servers, failing cases, cancelling and going on', async ({ page }) => {
  // Busy a third time for two of four requests: the pause that is told then lasts a second at least.
  const llm = await startTestServer(1500, new URL(site.url).origin, { busy: 10 });
  await page.goto(`${site.url}${DATA}`);
  await connect(page, llm.url);
  await expect(server(page)).toContainText('Connected to tiny.');
  const refused = '{"id": "bad", "prompt": "refuse this", "options": ["a", "b"], "gold": "a"}';
  await openTask(page, `${refused}\n${TASK}`);
  await expect(taskRead(page)).toContainText('my posts: 21 cases');
  await button(page, 'Collect traces').click();
  await expect(page.getByRole('status', { name: 'Waiting' })).toContainText(
    /Another try in \d+ s: .*too many requests/u,
  );
  await expect(collected(page)).toContainText(/[1-9] of 21 traces/u);
  await button(page, 'Cancel').click();
  await expect(collected(page)).toContainText('stopped, what has come is kept');
  const done = Number.parseInt((await collected(page).textContent())!, 10);
  const before = llm.answered();
  await button(page, 'Go on').click();
  await expect(collected(page)).toContainText('20 of 21 traces · 1 failed');
  await expect(page.getByRole('list', { name: 'Cases that failed' })).toContainText(
    /^bad: .*the prompt is too long/u,
  );
  // What was there is not asked again; four were under way, which the server answers nevertheless.
  expect(llm.answered() - before).toBeLessThanOrEqual(20 - done + 4);
  await llm.close();
  await button(page, 'Go on').click();
  await expect(page.getByRole('alert')).toContainText('CORS');
  await expect(button(page, 'Show in Explore')).toBeEnabled();
});

test('a server that allows no page is told with what to do', async ({ page }) => {
  const llm = await startTestServer();
  await page.goto(`${site.url}${DATA}`);
  await connect(page, llm.url, KEY);
  const { origin } = new URL(site.url);
  await expect(page.getByRole('alert')).toContainText(`does not allow pages from ${origin} (CORS)`);
  await llm.close();
  await page.getByLabel('Base URL').fill('http://192.0.2.1/v1');
  await expect(page.getByRole('status', { name: 'Connection policy' })).toContainText(
    'servers on this machine',
  );
  await expect(button(page, 'Connect')).toBeDisabled();
});

test('the page as it is built says that it may not connect, and is accessible in both themes and narrow', async ({
  page,
}) => {
  await page.goto(`/${DATA}`);
  const policy = page.getByRole('status', { name: 'Connection policy' });
  await expect(policy).toContainText('--mode connect');
  await expect(button(page, 'Connect')).toBeDisabled();
  await expect(page.getByText('Connect to a server first.')).toBeVisible();
  await openTask(page, TASK);
  await expect(taskRead(page)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await page.setViewportSize({ width: 390, height: 800 });
  await expectAccessible(page);
});

test('a model of the page decides cases of one’s own as it decides them in Explore', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(`/${DATA}`);
  await page.getByRole('radio', { name: 'a model of this page' }).check();
  await openTask(page, ownCases(12), 'copied.jsonl');
  await expect(taskRead(page)).toContainText('copied: 12 cases');
  await expect(page.getByLabel('Line added to every prompt')).toHaveValue('');
  await button(page, 'Collect traces').click();
  await expect(collected(page)).toContainText('12 of 12 traces', { timeout: 120_000 });
  await expect(collected(page)).toContainText('complete');
  const copied = await collected(page).textContent();
  await page.getByRole('combobox', { name: 'Task to collect' }).selectOption('moderation');
  await page.getByLabel('Cases', { exact: true }).fill('12');
  await page.getByLabel('Seed', { exact: true }).fill('20260001');
  await button(page, 'Collect traces').click();
  await expect(page.getByRole('heading', { name: /on moderation$/u })).toBeVisible();
  await expect(collected(page)).toHaveText(copied!, { timeout: 120_000 });
});

test('a model of the Hub is loaded, asked, chosen in Explore, and its files are deleted', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const hub = await startHubServer();
  await page.goto(`${site.url}${DATA}`);
  await page.getByRole('radio', { name: 'the Hugging Face Hub' }).check();
  await page.getByText('Another host').click();
  await page.getByLabel('Server of the Hub’s layout').fill(hub.host);
  await page.getByLabel('Model: owner/name').fill('nothing');
  await expect(page.getByText('A model on the Hub has an owner and a name')).toBeVisible();
  await page.getByLabel('Model: owner/name').fill('test/base');
  await page.getByRole('combobox', { name: 'Weights' }).selectOption('fp32');
  await page.getByRole('combobox', { name: 'Device' }).selectOption('wasm');
  await button(page, 'Load').click();
  const loaded = page.getByRole('status', { name: 'Hub model' });
  await expect(loaded).toContainText('test/base@main runs here on WebAssembly', {
    timeout: 120_000,
  });
  const kept = page.getByRole('list', { name: 'Kept models' });
  await expect(kept).toContainText(/test\/base@main\d+\.\d MB/u);
  await expectAccessible(page);

  await openTask(page, ownCases(6), 'posts.jsonl');
  await expect(taskRead(page)).toContainText('posts: 6 cases');
  await page.getByLabel('Line added to every prompt').fill('');
  await button(page, 'Collect traces').click();
  await expect(collected(page)).toContainText('6 of 6 traces', { timeout: 120_000 });
  await expect(collected(page)).toContainText('of 6 right');

  await openTask(page, ownCases(60), 'many.jsonl');
  await expect(taskRead(page)).toContainText('many: 60 cases');
  await button(page, 'Collect traces').click();
  await expect(collected(page)).toContainText(/^[1-9]\d* of 60 traces/u, { timeout: 120_000 });
  // The six of the run before go first.
  await expect.poll(() => stored(page)).toBeGreaterThan(6);
  await page.reload();
  await expect(keptTraces(page)).toContainText('(test/base@main on many) ended at');
  await keptTraces(page).getByRole('button', { name: 'Show' }).click();
  await expect(collected(page)).toContainText('of 60 traces');
  await expect(page.getByLabel('Model: owner/name')).toHaveValue('test/base');
  await expect(page.getByRole('combobox', { name: 'Weights' })).toHaveValue('fp32');
  await button(page, 'Load').click();
  await expect(loaded).toContainText('test/base@main runs here', { timeout: 120_000 });
  await button(page, 'Go on').click();
  await expect(collected(page)).toContainText('60 of 60 traces', { timeout: 120_000 });

  await button(page, 'Choose it in Explore').click();
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveValue(
    'hub:test/base@main',
  );
  await button(page, 'Generate').click();
  await expect(page.getByRole('button', { name: /^Decision token/u })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('status', { name: 'Model', exact: true })).toContainText(
    'Runs here on WebAssembly in fp32',
  );
  await page.getByRole('spinbutton', { name: 'Number of cases' }).fill('5');
  await button(page, 'Run cases').click();
  await expect(page.getByText(/^5 of 5 cases/u)).toContainText('complete', { timeout: 120_000 });
  await expect(page.getByText('test/base@main · fp32 · wasm')).toBeVisible();

  await button(page, 'Data').click();
  await button(page, 'Delete test/base@main').click();
  await expect(kept).toHaveCount(0);
  expect(hub.requested.some((url) => url.endsWith('/resolve/main/onnx/model.onnx'))).toBe(true);
  await hub.close();
});
