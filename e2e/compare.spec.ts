import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './axe';

test.describe.configure({ timeout: 300_000 });

type Catalogue = {
  models: { name: string; title: string }[];
  tables: { model: string; task: string }[];
};
const catalogue = JSON.parse(
  readFileSync(new URL('../public/decisions/index.json', import.meta.url), 'utf8'),
) as Catalogue;
const cellCount = new Set(catalogue.tables.map(({ model, task }) => `${model}/${task}`)).size;
const SLOW = { timeout: 150_000 };

const figure = (name: string, text: string) =>
  Number(new RegExp(`${name},? ?(?:=? ?)(\\d+\\.\\d)`).exec(text)?.[1]);

function page$(page: Page) {
  const grid = page.getByRole('grid', { name: 'Every arm on every task' });
  return {
    grid,
    cells: grid.getByRole('button', { name: /accuracy \d/ }),
    cell: (arm: string, task: string) => grid.getByRole('button', { name: `${arm}, ${task}:` }),
    typedT: page.getByRole('textbox', { name: 'Temperature value' }),
    intervals: page.getByRole('status', { name: 'Intervals' }),
    table: page.getByRole('table', { name: /accuracy and ECE/i }),
    show: page.getByRole('combobox', { name: 'Show' }),
    overlay: page.getByRole('region', { name: 'Two of them overlaid' }),
    changed: page.getByRole('status', { name: 'What changed' }),
    ece: page.getByRole('status', { name: 'Expected calibration error' }),
  };
}

async function open(page: Page, more = '') {
  await page.goto(`/#v=1&p=compare${more}`);
  await expect(page$(page).cells).toHaveCount(cellCount, SLOW);
}

async function computed(page: Page) {
  await expect(page$(page).intervals).toHaveText('Up to date with the sliders.', SLOW);
}

const labels = (page: Page) =>
  page$(page).cells.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')!));

test('a cell shows the ECE that Explore shows after the click', async ({ page }) => {
  await open(page);
  const { cell, ece } = page$(page);
  const text = (await cell('RLVR', 'Moderation').getAttribute('aria-label'))!;
  const shown = figure('ECE', text);
  expect(shown).toBeGreaterThan(15);
  await cell('RLVR', 'Moderation').click();
  await expect(ece.locator('strong')).toHaveText(`${shown.toFixed(1)} %`);
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('rlvr');
  await expect(page.getByRole('combobox', { name: 'Task' })).toHaveValue('moderation');
  await expect(page.locator('dt:has-text("accuracy") + dd')).toContainText(
    `${figure('accuracy', text).toFixed(1)} %`,
  );
  await expect(page).toHaveURL(/m=rlvr&t=moderation/);
  await page.goBack();
  await expect(cell('RLVR', 'Moderation')).toBeVisible();
});

test('the sliders move the ECE of every cell, accuracy of none', async ({ page }) => {
  await open(page);
  const before = await labels(page);
  const { typedT } = page$(page);
  await typedT.fill('1000000');
  await typedT.press('Enter');
  // All options are equally likely: mean confidence is 1/K, so that ECE is at least what accuracy is off it.
  await expect
    .poll(async () => {
      const now = await labels(page);
      return now.filter((text, i) => figure('ECE', text) !== figure('ECE', before[i]!)).length;
    })
    .toBe(cellCount);
  for (const [i, text] of (await labels(page)).entries()) {
    expect(figure('accuracy', text)).toBe(figure('accuracy', before[i]!));
    const chance = /Moderation|Inbox/.test(text) ? 50 : 25;
    expect(figure('ECE', text)).toBeGreaterThan(Math.abs(figure('accuracy', text) - chance) - 0.2);
  }
});

test('the table holds the cells with intervals; an arm less itself is 0', async ({ page }) => {
  await open(page);
  await computed(page);
  const { table, show, cell } = page$(page);
  const row = table.getByRole('row', { name: /^Clinic/ }).getByRole('cell');
  const arm = catalogue.models.findIndex(({ name }) => name === 'rlvr');
  const own = (await cell('RLVR', 'Clinic').getAttribute('aria-label'))!;
  const ece = row.nth(2 * arm + 1);
  await expect(ece).toContainText(figure('ECE', own).toFixed(1));
  const [value, low, high] = (await ece.innerText()).match(/\d+\.\d/g)!.map(Number);
  expect(low!).toBeLessThan(value!);
  expect(high!).toBeGreaterThan(value!);
  await expect(table.getByRole('row', { name: /^Mean, trained/ })).toBeVisible();

  await show.selectOption('rlvr');
  await computed(page);
  await expect(page.getByRole('heading', { name: /Difference to RLVR/ })).toBeVisible();
  for (const name of [/^Clinic/, /^Inbox/, /^Mean, shifts/]) {
    const cells = table.getByRole('row', { name }).getByRole('cell');
    await expect(cells.nth(2 * arm)).toHaveText('0.00.0 to 0.0');
    await expect(cells.nth(2 * arm + 1)).toHaveText('0.00.0 to 0.0');
  }
  const base = catalogue.models.findIndex(({ name }) => name === 'base');
  const clinic = table.getByRole('row', { name: /^Clinic/ }).getByRole('cell');
  const other = (await cell('Base', 'Clinic').getAttribute('aria-label'))!;
  const less = figure('accuracy', other) - figure('accuracy', own);
  const told = (await clinic.nth(2 * base).innerText()).replaceAll('−', '-');
  expect(Number(/^[+-]?\d+\.\d/.exec(told)![0])).toBeCloseTo(less, 0);
});

test('a moving slider makes the figures stale; stopping says so and going on completes them', async ({
  page,
}) => {
  await open(page);
  await computed(page);
  const { intervals, typedT, table } = page$(page);
  await typedT.fill('3');
  await typedT.press('Enter');
  await expect(intervals).toContainText('Recomputing');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(intervals).toContainText('Stopped');
  await expect(page.getByRole('button', { name: 'Copy CSV' })).toBeDisabled();
  await expect(table.locator('[data-fresh="false"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await computed(page);
  await expect(table.locator('[data-fresh="false"]')).toHaveCount(0);
});

test('the table is saved as CSV with the numbers on the page', async ({ page }) => {
  await open(page);
  await computed(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('arms.csv');
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  const head = lines[0]!.split(',');
  const line = lines.find((one) => one.startsWith('rlvr,,clinic,'))!.split(',');
  const text = (await page$(page).cell('RLVR', 'Clinic').getAttribute('aria-label'))!;
  expect((100 * Number(line[head.indexOf('ece')])).toFixed(1)).toBe(figure('ECE', text).toFixed(1));
  expect(line[head.indexOf('n')]).toBe('2000');
});

test('overlay: weights of one model, the sentence, a bin opens its cases, the link restores it', async ({
  page,
}) => {
  await open(page);
  const { overlay, changed } = page$(page);
  await overlay.getByRole('button', { name: 'Base: 4-bit against 32-bit' }).click();
  await expect(page).toHaveURL(/c\.a=base\.q4\.clinic&c\.b=base\.fp32\.clinic/);
  await expect(changed).toContainText(/Over the \d+ cases that both decided, Base · 4-bit/, SLOW);
  const numbers = overlay.getByRole('table', { name: 'Figures of both sides' });
  const shown = await numbers.getByRole('row', { name: /^ECE/ }).innerText();
  const sentence = (await changed.textContent())!;

  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(page$(other).changed).toHaveText(sentence, SLOW);
  expect(await page$(other).overlay.getByRole('row', { name: /^ECE/ }).innerText()).toBe(shown);
  await other.close();

  const bin = overlay.getByRole('button', { name: /^Base · 32-bit: \d+ decisions/ }).first();
  const count = /: (\d+) decisions/.exec((await bin.getAttribute('aria-label'))!)![1]!;
  await bin.press('Enter');
  await expect(
    page.getByRole('region', { name: 'Cases of the bin' }).getByRole('heading'),
  ).toContainText(`${count} case`);
  await expect(page.getByRole('combobox', { name: 'Weights' })).toHaveValue('fp32');
  await page.goBack();
  await expect(changed).toHaveText(sentence, SLOW);
});

test('overlay: the same decisions differ by 0, other tasks share no case', async ({ page }) => {
  await open(page, '&c.a=rlvr.q8.clinic&c.b=rlvr.q8.clinic');
  const { overlay, changed } = page$(page);
  await expect(changed).toHaveText('Both sides are the same decisions: every difference is 0.');
  const numbers = overlay.getByRole('table', { name: 'Figures of both sides' });
  const last = (name: RegExp) => numbers.getByRole('row', { name }).getByRole('cell').last();
  await expect(last(/^ECE/)).toHaveText('0.00.0 to 0.0', SLOW);
  await overlay
    .getByRole('group', { name: 'Second' })
    .getByRole('combobox', { name: 'Task' })
    .selectOption('garage');
  await expect(changed).toContainText('share no case');
  await expect(last(/^n/)).toHaveText('0 in both', SLOW);
});

test('without a run the overlay says what to do, and makes one: sampled against greedy', async ({
  page,
}) => {
  await open(page, '&m=rlvr&t=moderation');
  const { overlay, changed } = page$(page);
  await overlay.getByRole('button', { name: 'RLVR: your run against greedy' }).click();
  await expect(overlay).toContainText('There is no run yet');
  await overlay.getByRole('combobox', { name: 'Cases' }).selectOption('100');
  await overlay.getByRole('button', { name: 'Sample the reasoning' }).click();
  await expect(changed).toContainText(
    /Over the (100|9\d) cases that both decided, RLVR · your run, sampled at T = 1/,
    { timeout: 100_000 },
  );
});

test('arrow keys walk the grid, Enter opens the cell', async ({ page }) => {
  await open(page);
  const { grid, ece } = page$(page);
  await grid.getByRole('button', { name: /^Base, Clinic/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const last = catalogue.models.at(-1)!.title;
  await expect(page.locator(':focus')).toHaveAccessibleName(new RegExp(`^${last}, Moderation`));
  await page.keyboard.press('Control+Home');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Base, Clinic/);
  expect(await grid.locator('button[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect(ece).toHaveText(/^\d+\.\d %/);
});

test('a table that cannot be fetched is told, and fetched at the next try', async ({ page }) => {
  await page.route('**/sft-garage-q8.bin', (route) => route.fulfill({ status: 503 }));
  await page.goto('/#v=1&p=compare');
  const { grid } = page$(page);
  await expect(page.getByRole('alert')).toContainText('1 of', SLOW);
  await expect(grid.getByRole('button', { name: /^SFT, Garage: not fetched/ })).toBeVisible();
  await page.unroute('**/sft-garage-q8.bin');
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(grid.getByRole('button', { name: /^SFT, Garage: accuracy/ })).toBeVisible();
});

test('no accessibility violation, in both themes, on desk and phone', async ({ page }) => {
  await open(page);
  await computed(page);
  await page.getByText('Both diagrams as a table').click();
  await expectAccessibleEverywhere(page);
});
