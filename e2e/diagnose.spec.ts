import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './axe';

/** Loading the model takes a while on a busy machine. */
const LONG = { timeout: 150_000 };
test.describe.configure({ timeout: 300_000 });

async function open(page: Page, tool: string, more = '') {
  await page.goto(`/#v=1&p=diagnose&g.t=${tool}${more}`);
  await expect(page.getByRole('button', { name: /^Decision token [A-J], p/ })).toBeVisible(LONG);
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

async function sample(page: Page, count: number) {
  await page.getByRole('spinbutton', { name: 'Rollouts' }).fill(String(count));
  await page.getByRole('button', { name: `Sample ${count} rollouts at T = 1` }).click();
}

async function numbersIn(page: Page, table: string, column: number): Promise<number[]> {
  const rows = page.getByRole('table', { name: table }).locator('tbody tr');
  const cells = await rows.locator(`td:nth-of-type(${column})`).allTextContents();
  return cells.map((cell) => Number(/[\d.]+/.exec(cell)?.[0]));
}

test('the tools are tabs that the arrow keys walk, and the open one is in the link', async ({
  page,
}) => {
  await open(page, 'rollouts');
  await tab(page, 'Rollouts').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Swap')).toBeFocused();
  await expect(tab(page, 'Swap')).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/g\.t=swap/);
  await page.keyboard.press('End');
  const last = page.getByRole('tab').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/g\.t=posterior/);
  await page.goBack();
  await expect(last).toHaveAttribute('aria-selected', 'false');
});

test('16 rollouts fill the histogram, their decisions sum to 16, one opens its trace', async ({
  page,
}) => {
  await open(page, 'rollouts');
  await expect(page.getByText(/^Loads RLVR first: \d\.\d MB/)).toBeVisible();
  await sample(page, 16);
  await expect(page.getByText(/sampled at T = 1, seed 1 · n = 16$/)).toBeVisible(LONG);
  await page.getByText('Rollouts as tables').click();
  const histogram = 'Histogram of p(decision token)';
  const cells = [
    ...(await numbersIn(page, histogram, 1)),
    ...(await numbersIn(page, histogram, 2)),
  ];
  expect(cells.reduce((sum, n) => sum + n, 0)).toBe(16);
  const chosen = await numbersIn(page, 'Agreement by option', 1);
  expect(chosen.reduce((sum, n) => sum + n, 0)).toBe(16);
  const rollouts = page.getByRole('toolbar', { name: 'Open a rollout' }).getByRole('button');
  await expect(rollouts).toHaveCount(16);
  await rollouts.first().focus();
  await page.keyboard.press('End');
  await expect(rollouts.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rollouts.last()).toHaveAttribute('aria-pressed', 'true');
  const letter = await rollouts.last().textContent();
  const lit = page.getByRole('region', { name: 'Trace' }).getByRole('button', {
    name: new RegExp(`^Decision token ${letter!}, p`),
  });
  await expect(lit).toBeVisible();
});

test('cancelling keeps the rollouts that are done', async ({ page }) => {
  await open(page, 'rollouts');
  await sample(page, 512);
  const rollouts = page.getByRole('toolbar', { name: 'Open a rollout' }).getByRole('button');
  await expect(rollouts.first()).toBeVisible(LONG);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('stopped, what is done is kept')).toBeVisible();
  const kept = await rollouts.count();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(512);
  await expect(page.getByText(new RegExp(`· n = ${kept}$`))).toBeVisible();
});

test('a swap flips the decision, and it stays sure', async ({ page }) => {
  await open(page, 'swap');
  await page.getByRole('button', { name: /^Argue for [A-D] and decide again$/ }).click();
  const outcome = page.getByRole('status', { name: 'Outcome of the swap' });
  await expect(outcome).toContainText('the decision flips', LONG);
  const [, from, to] = /decides for ([A-D]) .* it decides for ([A-D])/.exec(
    (await outcome.textContent())!,
  )!;
  expect(to).not.toBe(from);
  await page.getByText('Before and after as a table').click();
  const after = await numbersIn(page, 'Decision before and after the swap', 2);
  expect(Math.max(...after)).toBeGreaterThan(0.9);
  const swapped = page.getByRole('group', { name: `Reasoning for ${to}` });
  await expect(swapped).toContainText(`= ${to}.`);
  await swapped.getByRole('button', { name: 'Open the trace' }).click();
  await expect(
    page.getByRole('button', { name: new RegExp(`^Decision token ${to}, p`) }),
  ).toBeVisible();
});

test('of a batch nearly all decisions flip; the matrix and the cases hold every one', async ({
  page,
}) => {
  await open(page, 'swap');
  await page.getByRole('spinbutton', { name: 'Cases', exact: true }).fill('60');
  await page.getByRole('combobox', { name: 'Argue for' }).last().selectOption('gold');
  await page.getByRole('button', { name: 'Swap 60 cases' }).click();
  const rate = page.getByRole('status', { name: 'Flip rate' });
  await expect(page.getByText(/argued for the gold option · n = \d+$/)).toBeVisible(LONG);
  await expect(page.getByRole('progressbar', { name: 'Progress of cases' })).toBeHidden(LONG);
  const text = (await rate.textContent())!;
  expect(Number(/^[\d.]+/.exec(text)![0])).toBeGreaterThanOrEqual(90);
  const n = Number(/n = (\d+)/.exec(text)![1]);
  const left = (await page.getByText(/Left out: \d+ that the model decided/).textContent())!;
  expect(n + Number(/(\d+) that the model decided/.exec(left)![1])).toBe(60);
  const matrix = page.getByRole('table', { name: 'Confidence before and after' });
  const counts = await matrix.locator('td').allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(n);
  await page.getByText('Cases as a table').click();
  const cases = page.getByRole('table', { name: 'Swapped cases' });
  await expect(cases.locator('tbody tr')).toHaveCount(n);
});

test('a trajectory ends at the trace’s own decision, and the slider walks its lines', async ({
  page,
}) => {
  await open(page, 'trajectory', '&c=4');
  const trace = page.getByRole('region', { name: 'Trace' });
  const lit = (await trace.getByRole('button', { name: /^Decision token/ }).textContent())!.trim();
  await page.getByRole('button', { name: /^Force the decision/ }).click();
  const when = page.getByRole('status', { name: 'When the decision forms' });
  await expect(when).toContainText(`the decision is ${lit} (`, LONG);
  await page.getByText('Trajectory as a table').click();
  const rows = page.getByRole('table', { name: 'Trajectory of the decision' }).locator('tbody tr');
  const last = (await rows.count()) - 1;
  await expect(rows.last().locator('td').first()).toHaveText(lit);
  const labels = ['A', 'B', 'C', 'D'];
  const p = (await rows.last().locator('td').allTextContents()).slice(1, 5);
  const largest = p.findIndex((text) => />|^1|^\.[5-9]/.test(text));
  expect(labels[largest]).toBe(lit);
  const slider = page.getByRole('slider', { name: 'Step of the reasoning' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Before the first line: decides for/);
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^Line ${last} of ${last}, .*decides for ${lit} at`),
  );
});

test('no accessibility violation, in both themes, on desk and phone', async ({ page }) => {
  await open(page, 'rollouts');
  await sample(page, 8);
  await expect(page.getByText(/· n = 8$/)).toBeVisible(LONG);
  await page.getByText('Rollouts as tables').click();
  await expectAccessibleEverywhere(page);
  await tab(page, 'Swap').click();
  await page.getByRole('button', { name: /decide again$/ }).click();
  await expect(page.getByRole('status', { name: 'Outcome of the swap' })).toBeVisible(LONG);
  await page.getByRole('spinbutton', { name: 'Cases', exact: true }).fill('8');
  await page.getByRole('button', { name: 'Swap 8 cases' }).click();
  await expect(page.getByText(/· n = 8$/)).toBeVisible(LONG);
  await page.getByText('Cases as a table').click();
  await expectAccessibleEverywhere(page);
  await tab(page, 'Trajectory').click();
  await page.getByRole('button', { name: /^Force the decision/ }).click();
  await expect(page.getByRole('status', { name: 'When the decision forms' })).toBeVisible(LONG);
  await page.getByText('Trajectory as a table').click();
  await expectAccessibleEverywhere(page);
});
