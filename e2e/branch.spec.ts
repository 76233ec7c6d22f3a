import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './axe';

const LOADED = { timeout: 90_000 };
const number = (text: string | null) =>
  Number(/[−-]?[\d.]+/.exec(text ?? '')![0].replace('−', '-'));

/** Opens a tool of the Diagnose panel on a model and task, and waits for the trace. */
async function open(page: Page, tool: string, model = 'rlvr', task = 'clinic') {
  await page.goto(`/#v=1&m=${model}&t=${task}&p=diagnose&g.t=${tool}`);
  await expect(page.getByRole('button', { name: /^Decision token [A-D], p/ }).first()).toBeVisible({
    timeout: 30_000,
  });
}

const tree = (page: Page) => page.getByRole('tree', { name: 'Tree of branches' });
const rows = (page: Page) => tree(page).getByRole('treeitem');
const letterOf = (text: string | null) => /([A-D]) \d/.exec(text ?? '')![1]!;

test('another option at the decision token is the branch’s decision; undo takes the branch away', async ({
  page,
}) => {
  await open(page, 'branch');
  await expect(rows(page)).toHaveCount(1);
  const before = letterOf(await rows(page).first().textContent());
  const tokens = page.getByRole('group', { name: 'Tokens to branch at' });
  await tokens.getByRole('button', { name: /^Decision token/ }).click();
  const alternatives = page.getByRole('table', { name: 'Alternatives to go on with' });
  await page.getByRole('button', { name: 'List ten' }).click();
  await expect(alternatives.getByRole('row')).toHaveCount(10, LOADED);
  const after = ['A', 'B', 'C', 'D'].find((letter) => letter !== before)!;
  await alternatives.getByRole('button', { name: `Go on with ␣${after}`, exact: true }).click();
  await expect(rows(page)).toHaveCount(2, LOADED);
  await expect(rows(page).nth(1)).toContainText(`␣${before} ␣${after}`);
  expect(letterOf(await rows(page).nth(1).textContent())).toBe(after);
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');

  await rows(page).nth(1).focus();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Redo branch' }).click();
  await expect(rows(page)).toHaveCount(2);

  // Kept while another panel is open, and the undo of a branch was none of the page.
  await page.getByRole('button', { name: 'Explore' }).click();
  await page.getByRole('button', { name: 'Diagnose' }).click();
  await expect(rows(page)).toHaveCount(2);
  await rows(page).nth(1).click();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);
});

test('the least certain steps are branched in one go, by keyboard from there', async ({ page }) => {
  await open(page, 'branch');
  const count = page.getByRole('spinbutton', { name: 'Least certain steps' });
  await count.fill('3');
  await page.getByRole('button', { name: 'Branch at the 3 least certain steps' }).click();
  await expect(rows(page)).toHaveCount(4, LOADED);
  const root = letterOf(await rows(page).first().textContent());
  const decisions = await rows(page).allTextContents();
  const changed = decisions.slice(1).filter((text) => letterOf(text) !== root).length;
  const result = page.getByRole('status', { name: 'Changes of the decision' });
  await expect(result).toContainText(`changed in ${changed} of 3 branches`);

  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await expect(page.getByText('The selected branch')).toBeVisible();
  const token = page
    .getByRole('group', { name: 'Tokens to branch at' })
    .locator('[aria-pressed=true]');
  await token.focus();
  await page.keyboard.press('ArrowRight');
  await expect(token).toBeFocused();
  // From a branch: one level deeper.
  await page.getByRole('textbox', { name: 'Another token' }).fill('</think>');
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(rows(page).and(page.locator('[aria-level="3"]'))).toHaveCount(1, LOADED);
  await page.getByRole('textbox', { name: 'Another token' }).fill('no such token');
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.getByText(/is no single token of this model/)).toBeVisible();
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Undo branch' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Undo branch' })).toBeDisabled();
});

test('option mass is that of Explore; counting other forms changes confidence and can be taken back', async ({
  page,
}) => {
  await open(page, 'option-mass', 'ca-proper', 'moderation');
  const mass = page.getByRole('status', { name: 'Option mass of the trace' });
  const shown = /Option mass (\d+\.\d %)/.exec((await mass.textContent())!)![1]!;
  const confidence = /confidence in ([AB]) ([<>]?\.\d{3})/.exec((await mass.textContent())!)!;
  await page.getByRole('button', { name: 'Explore' }).click();
  const decision = page.getByRole('group', { name: 'Decision token' });
  await expect(decision).toContainText(`Option mass ${shown}:`);
  await expect(decision.getByRole('row', { name: confidence[1]! }).first()).toContainText(
    confidence[2]!,
  );
  const ece = page.getByRole('status', { name: 'Expected calibration error' });
  const figure = number(await ece.textContent());
  await page.getByRole('button', { name: 'Diagnose' }).click();

  await page.getByRole('button', { name: 'Read every surface form' }).click();
  const forms = page.getByRole('table', { name: 'Surface forms' });
  await expect(forms).toBeVisible(LOADED);
  await expect(mass).toContainText(shown);
  const held = page.getByRole('table', { name: 'Tokens at the decision' });
  await expect(held.getByRole('row', { name: /^␣A / })).toContainText('A');
  await forms.getByRole('checkbox', { name: 'space and letter' }).uncheck();
  await expect(mass).not.toContainText(shown);
  await expect(mass).toContainText(`against ${confidence[2]!}`);
  await page.getByRole('button', { name: 'Letters alone again' }).click();
  await expect(mass).toContainText(shown);

  // Over the table: the ECE of all rows is Explore's, the halves add up, the full vocabulary is less confident.
  const groups = page.getByRole('table', { name: 'Calibration by option mass' });
  const cell = (group: string, column: number) =>
    groups.locator(`tr[data-group=${group}] td`).nth(column).textContent().then(number);
  expect(await cell('all', 3)).toBe(figure);
  expect((await cell('low', 0)) + (await cell('high', 0))).toBe(await cell('all', 0));
  expect(await cell('full', 2)).toBeLessThan(await cell('all', 2));
  const effect = page.getByRole('status', { name: 'Effect of the full vocabulary' });
  await expect(effect).toContainText(/95 % interval/, { timeout: 60_000 });
  const points = number(/: ([+−][\d.]+) points/.exec((await effect.textContent())!)![1]!);
  expect(points).toBeCloseTo((await cell('full', 3)) - (await cell('all', 3)), 0);
});

test('the scatter has a mark for every case, and its figures are those of its marks', async ({
  page,
}) => {
  await open(page, 'posterior');
  const summary = page.getByRole('status', { name: 'What the scatter shows' });
  await expect(summary).toContainText('2000 cases, a mark each');
  const marks = (which: string) =>
    page
      .locator(`path[data-marks=${which}]`)
      .getAttribute('d')
      .then((path) => path!.split('M').length - 1);
  const [right, wrong] = [await marks('right'), await marks('wrong')];
  expect(right + wrong).toBe(2000);
  const fit = page.getByRole('table', { name: 'Distance from the posterior' });
  const figure = (row: string, column: number) =>
    fit.getByRole('row', { name: row }).getByRole('cell').nth(column).textContent().then(number);
  expect(Math.abs((await figure('accuracy', 0)) - right / 20)).toBeLessThan(0.06);
  expect(await figure('accuracy', 1)).toBeGreaterThan(await figure('accuracy', 0));
  expect(await figure('ECE', 1)).toBeLessThan((await figure('ECE', 0)) / 2);
  expect(await figure('mean |confidence', 0)).toBeGreaterThan(0.2);
});

test('the points are walked by confidence and opened by keyboard; the sliders move them', async ({
  page,
}) => {
  await open(page, 'posterior', 'ca-proper');
  const points = page.getByRole('slider', { name: 'Cases of the scatter' });
  const text = async () => (await points.getAttribute('aria-valuetext'))!;
  const confidence = async () => number(/confidence ([.\d]+)/.exec(await text())![1]!);
  await points.focus();
  await page.keyboard.press('Home');
  await expect(points).toHaveAttribute('aria-valuenow', '1');
  const least = await confidence();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(points).toHaveAttribute('aria-valuenow', '1999');
  expect(await confidence()).toBeGreaterThan(least + 0.3);
  const name = /case (\d+)/.exec(await text())![1]!;
  await page.keyboard.press('Enter');
  await expect(page.getByRole('spinbutton', { name: 'Case number' })).toHaveValue(name);
  await expect(page.getByRole('region', { name: 'Case of the scatter' })).toContainText(
    `Case ${name}:`,
  );

  // T → ∞: every option has 1/K; what deciding by the posterior reaches stays.
  const fit = page.getByRole('table', { name: 'Distance from the posterior' });
  const figure = (row: string, column: number) =>
    fit.getByRole('row', { name: row }).getByRole('cell').nth(column).textContent().then(number);
  const ceiling = await figure('accuracy', 1);
  const typed = page.getByRole('textbox', { name: 'Temperature value' });
  await typed.fill('1000000');
  await typed.press('Enter');
  await expect(points).toHaveAttribute('aria-valuetext', /confidence \.250/);
  expect(await figure('mean confidence', 0)).toBeLessThan(0);
  expect(await figure('accuracy', 1)).toBe(ceiling);
});

test('no accessibility violation in the three tools, in both themes, on desk and phone', async ({
  page,
}) => {
  for (const tool of ['branch', 'option-mass', 'posterior']) {
    await open(page, tool, 'ca-proper', 'moderation');
    const summaries = page.getByRole('tabpanel').locator('summary');
    // Some come with the decision table, after the trace.
    await expect(summaries.first()).toBeVisible();
    for (const summary of await summaries.all()) await summary.click();
    await expectAccessibleEverywhere(page);
  }
});
