import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as base, test, type Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './axe';
import { eceOfRows } from '../src/calibration/ece';
import { scaledConfidence } from '../src/calibration/scaling';
import { DEFAULT_SETTINGS } from '../src/state/settings';

const expect = base.configure({ timeout: 30_000 });

const FIXTURES = join(import.meta.dirname, '../src/formats/import/fixtures');

type Numbers = readonly (number | string)[];
type Golden = {
  readonly labels: readonly string[];
  readonly logits: Numbers;
  readonly chosen: readonly number[];
  readonly gold: readonly number[];
  readonly usable: readonly number[];
};

/** ECE and n of a fixture's golden table. */
function numbersOf(name: string) {
  const golden = JSON.parse(readFileSync(join(FIXTURES, `${name}.golden.json`), 'utf8')) as Golden;
  const { labels, logits, chosen, gold, usable } = golden;
  const k = labels.length;
  const rows = usable.flatMap((row) => logits.slice(row * k, (row + 1) * k).map(Number));
  const confidence = scaledConfidence(
    Float64Array.from(rows),
    k,
    usable.map((row) => chosen[row]!),
    1,
  );
  const correct = Uint8Array.from(usable, (row) => (chosen[row] === gold[row] ? 1 : 0));
  const { bins, binning, edges } = DEFAULT_SETTINGS;
  const ece = eceOfRows(confidence, correct, { bins, binning, edges });
  return { n: usable.length, ece: `${(100 * ece).toFixed(1)} %` };
}

const upload = (page: Page, name: string) =>
  page.getByLabel('Data file').setInputFiles(join(FIXTURES, name));

const uploadText = (page: Page, name: string, text: string) =>
  page
    .getByLabel('Data file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

const ece = (page: Page) =>
  page.getByRole('status', { name: 'Expected calibration error' }).locator('strong');
const n = (page: Page) => page.locator('dt:text-is("n") + dd');
const panel = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const format = (page: Page) => page.getByRole('status', { name: 'Recognised format' });

test('an OpenAI log and a table: Explore shows the numbers of their golden tables', async ({
  page,
}) => {
  await page.goto('/#v=1&p=data');
  await expect(page.getByRole('list', { name: 'Formats' })).toContainText('OpenAI chat');
  await upload(page, 'openai-chat.json');
  await expect(format(page)).toContainText('OpenAI chat completions: inside a record of your own');
  await expect(format(page)).toContainText('4 traces');
  await expect(page.getByRole('status', { name: 'Matches' })).toContainText('3 of 4');
  await expect(page.getByRole('list', { name: 'Decisions found' })).toContainText('Answer:');
  await page.getByRole('button', { name: 'Show in Explore' }).click();
  const chat = numbersOf('openai-chat');
  await expect(ece(page)).toHaveText(chat.ece);
  await expect(n(page)).toHaveText(new RegExp(`^${chat.n}4 options`, 'u'));
  // A bin's case opens its trace.
  await page.getByText('Bins as a table').click();
  await page.getByRole('table', { name: /bin/iu }).getByRole('button').last().click();
  await page
    .getByRole('region', { name: 'Cases of the bin' })
    .getByRole('button', { name: /^q/u })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Decision token/u })).toBeVisible();

  await panel(page, 'Data').click();
  await expect(page.getByRole('status', { name: 'ECE bounds' })).toContainText(
    /between \d+\.\d % and \d+\.\d %: \d of 3 rows/u,
  );
  await upload(page, 'options.csv');
  await expect(format(page)).toContainText('CSV: it has a column for each of the options');
  await expect(page.getByRole('list', { name: 'Bad rows' })).toContainText(/Line \d/u);
  await page.getByRole('button', { name: 'Show in Explore' }).click();
  const table = numbersOf('options');
  await expect(ece(page)).toHaveText(table.ece);
  await expect(n(page)).toHaveText(new RegExp(`^${table.n}3 options`, 'u'));
  // The shipped table is one click away, and the file's stays.
  await page.getByRole('radio', { name: 'shipped table' }).check();
  await expect(n(page)).toHaveText(/^\d{4}/u);
  await page.getByRole('radio', { name: 'your file options.csv' }).check();
  await expect(ece(page)).toHaveText(table.ece);
});

test('hostile files give a sentence and leave what was there', async ({ page }) => {
  const scripts: string[] = [];
  page.on('dialog', (dialog) => {
    scripts.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => scripts.push(error.message));
  await page.goto('/#v=1&p=data');
  await upload(page, 'options.csv');
  await page.getByRole('button', { name: 'Show in Explore' }).click();
  const table = numbersOf('options');
  await expect(ece(page)).toHaveText(table.ece);
  await panel(page, 'Data').click();
  const whole = readFileSync(join(FIXTURES, 'openai-chat.json'), 'utf8');
  await uploadText(page, 'cut.json', whole.slice(0, 300));
  await expect(page.getByRole('alert')).toContainText('cut.json: ');
  await uploadText(page, 'page.html', '<script>alert(1)</script>');
  await expect(page.getByRole('alert')).toContainText('page.html: This is a web page, not a log');
  await uploadText(page, 'empty.json', '');
  await expect(page.getByRole('alert')).toContainText('empty');
  await expect(format(page)).toContainText('CSV');
  // Markup in a record is text.
  const markup = '<img src=x onerror=alert(2)><script>alert(3)</script>';
  const [row] = JSON.parse(whole) as object[];
  await uploadText(page, 'markup.json', JSON.stringify([{ ...row, id: markup }]));
  await expect(page.getByRole('list', { name: 'Decisions found' })).toContainText(markup);
  await panel(page, 'Explore').click();
  await expect(ece(page)).toHaveText(table.ece);
  expect(scripts).toEqual([]);
});

test('pasted text, a gold file and a linked file', async ({ page }) => {
  await page.goto('/#v=1&p=data');
  await page.getByText('Paste text instead').click();
  await page
    .getByRole('textbox', { name: 'Pasted data' })
    .fill(readFileSync(join(FIXTURES, 'openai-chat-batch.jsonl'), 'utf8'));
  await page.getByRole('button', { name: 'Read pasted text' }).click();
  const matches = page.getByRole('status', { name: 'Matches' });
  await expect(matches).toContainText('0 a gold option');
  await page.getByLabel('Gold file').setInputFiles({
    name: 'gold.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from('{"id":"q1","gold":"B"}\n{"id":"q2","gold":"A"}\n'),
  });
  await expect(matches).toContainText('2 a gold option');
  await page.getByLabel('Where the decision stands').selectOption('boxed');
  await expect(matches).toContainText(/^0 of/u);

  // Of this origin: fetched at once. Of another: asked first, and blocked by the policy.
  await page.route('**/log.csv', (route) =>
    route.fulfill({ body: readFileSync(join(FIXTURES, 'options.csv')) }),
  );
  await page.goto('/?data=log.csv');
  await expect(format(page)).toContainText('CSV');
  await page.goto('/?data=https://other.example/x.csv');
  const asked = page.getByRole('status', { name: 'Linked data' });
  await expect(asked).toContainText('https://other.example/x.csv');
  await asked.getByRole('button', { name: 'Fetch it' }).click();
  await expect(page.getByRole('alert')).toContainText('x.csv: it could not be fetched');
});

test('no accessibility violation, in both themes, on desk and phone', async ({ page }) => {
  await page.goto('/#v=1&p=data');
  await expect(page.getByRole('list', { name: 'Formats' })).toBeVisible();
  await expectAccessibleEverywhere(page);
  await upload(page, 'openai-chat.json');
  await page.getByRole('button', { name: 'Show in Explore' }).click();
  await expect(ece(page)).toHaveText(numbersOf('openai-chat').ece);
  await panel(page, 'Data').click();
  await uploadText(page, 'page.html', '<script>alert(1)</script>');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessibleEverywhere(page);
});
