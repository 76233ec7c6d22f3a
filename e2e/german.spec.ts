import { join } from 'node:path';
import { expect as base, test, type Page } from '@playwright/test';
import { expectGerman } from './english';
import { DE as DATA } from '../src/strings/data/de';
import { DE as DIAGNOSE } from '../src/strings/diagnose/de';
import { DE as EXPLORE } from '../src/strings/explore/de';
import { DE as LEARN } from '../src/strings/learn/de';
import { DE as MODELS } from '../src/strings/models/de';
import { DE as OFFLINE } from '../src/strings/offline/de';
import { DE as PAGE } from '../src/strings/page/de';
import { TOOLS } from '../src/state/view/diagnose';
import { EMBED_FIELD, EMBED_PARTS } from '../src/state/view/embed';
import { STEPS } from '../src/state/view/learn';

const expect = base.configure({ timeout: 60_000 });
/** Loading the model takes a while on a busy machine. */
const LONG = { timeout: 150_000 };
test.describe.configure({ timeout: 300_000 });

const FIXTURES = join(import.meta.dirname, '../src/formats/import/fixtures');

const open = async (page: Page, view: string) => {
  // From elsewhere: another hash alone would leave the page as it is.
  await page.goto('about:blank');
  await page.goto(`/#v=1&l=de&${view}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Figures under way are pale. */
const settled = (page: Page) => expect(page.locator('[data-fresh="false"]')).toHaveCount(0);

test('Explore: every control, the study, the trace, each calibrator', async ({ page }) => {
  await open(page, 'm=ca-proper&t=clinic&p=explore');
  await expect(page.getByText(EXPLORE.arms.title)).toBeVisible();
  await expect(button(page, /^Entscheidungs-Token [A-D], p/)).toBeVisible();
  await settled(page);
  await expectGerman(page, 'explore');
  const calibrators = page.getByRole('combobox', { name: 'Kalibrator' });
  for (const name of ['temperature', 'platt', 'isotonic', 'histogram', 'beta', 'barycentre']) {
    await calibrators.selectOption(name);
    await expect(page.getByRole('table', { name: EXPLORE.calibration.table })).toBeVisible();
    await expectGerman(page, `calibrator ${name}`);
  }
  await page.getByRole('textbox', { name: 'Prompt' }).fill('Ist das so?');
  await expect(page.getByText(EXPLORE.editor.problems.few)).toBeVisible();
  await expectGerman(page, 'a prompt that cannot be run');
});

test('Compare and Defer', async ({ page }) => {
  await open(page, 'm=ca-proper&t=moderation&p=compare');
  await expect(page.getByText('Auf dem Stand der Regler.')).toBeVisible(LONG);
  await expectGerman(page, 'compare');
  await open(page, 'm=ca-proper&t=moderation&p=defer');
  await expect(page.getByText('Ein Ersatzmodell als zweite Stufe')).toBeVisible();
  // It is there when the other arms are.
  await expect(page.getByRole('status', { name: 'Kaskade' })).toBeVisible();
  await settled(page);
  await expect(page.getByRole('status', { name: 'Schwelle für das Zielrisiko' })).toBeVisible();
  await expectGerman(page, 'defer');
});

for (const tool of TOOLS)
  test(`Diagnose: ${tool}`, async ({ page }) => {
    await open(page, `m=rlvr&t=moderation&p=diagnose&g.t=${tool}`);
    await expect(page.getByText(DIAGNOSE.tools[tool].lead)).toBeVisible();
    await expect(button(page, /^Entscheidungs-Token [AB], p/).first()).toBeVisible();
    await expectGerman(page, tool);
  });

test('Diagnose: what the model found', async ({ page }) => {
  await open(page, 'm=rlvr&t=moderation&p=diagnose&g.t=rollouts');
  const { rollouts, swap, trajectory, branch, mass, tools } = DIAGNOSE;
  await page.getByRole('spinbutton', { name: rollouts.count }).fill('8');
  await button(page, rollouts.run(8, '1')).click();
  await expect(page.getByText(rollouts.tables.title)).toBeVisible(LONG);
  await expect(page.getByText(/Seed 1 · n = 8$/)).toBeVisible(LONG);
  await expectGerman(page, 'rollouts, done');
  await page.getByRole('tab', { name: tools.swap.title }).click();
  await button(page, /sprechen und neu entscheiden/).click();
  await expect(page.getByText(swap.outcome.own)).toBeVisible(LONG);
  await page.getByRole('spinbutton', { name: swap.batch.count }).fill('10');
  await button(page, swap.batch.run(10)).click();
  await expect(page.getByText(swap.matrix.caption)).toBeVisible(LONG);
  await expect(page.getByText(/Seed \d+ · gesprochen für .* · n = \d+$/)).toBeVisible(LONG);
  await expectGerman(page, 'swap, done');
  await page.getByRole('tab', { name: tools.trajectory.title }).click();
  await button(page, trajectory.force).click();
  await expect(page.getByText(trajectory.table.summary)).toBeVisible(LONG);
  await expect(page.getByText(/erzwungene Entscheidungen eines Trace$/)).toBeVisible(LONG);
  await expectGerman(page, 'trajectory, done');
  await page.getByRole('tab', { name: tools.branch.title }).click();
  await page.getByRole('spinbutton', { name: branch.toolbar.steps }).fill('2');
  await button(page, branch.toolbar.run(2)).click();
  await expect(page.getByRole('status', { name: branch.result.label })).toBeVisible(LONG);
  await expectGerman(page, 'branches, done');
  await page.getByRole('tab', { name: tools['option-mass'].title }).click();
  await button(page, mass.read.button).click();
  await expect(page.getByText(mass.forms.counts)).toBeVisible(LONG);
  await expectGerman(page, 'option mass, read');
});

test('Data: a file that is none, one with bad rows, a good one, bins', async ({ page }) => {
  await open(page, 'p=data');
  await expectGerman(page, 'data');
  const file = page.getByLabel(DATA.source.file);
  const upload = (name: string, text: string) =>
    file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  for (const text of [
    '',
    'PK\u0003\u0004',
    '<!doctype html><p>',
    '{"unbekannt": 1}',
    'PAR1xxxxxxxxxxxx',
  ]) {
    await upload('fehler.json', text);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expectGerman(page, `a file with ${JSON.stringify(text)}`);
  }
  const good = '{"options": ["A", "B"], "probs": [0.7, 0.3], "gold": "A"}';
  await upload(
    'zeilen.jsonl',
    [good, good, '{"options": ["A"', '{"options": ["A", "B"]}'].join('\n'),
  );
  await expect(page.getByText('2 fehlerhafte Zeilen', { exact: true })).toBeVisible();
  await expectGerman(page, 'bad rows');
  for (const name of ['openai-chat.json', 'lm-eval.jsonl', 'inspect.json', 'confidence.csv']) {
    await file.setInputFiles(join(FIXTURES, name));
    await expect(page.getByText(name, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: DATA.match.show })).toBeEnabled();
    await expectGerman(page, name);
  }
  await button(page, DATA.match.show).click();
  // Exactly: the button that led here, which may still be there, names the panel, too.
  const explore = page.getByRole('button', { name: PAGE.panels.explore, exact: true });
  await expect(explore).toHaveAttribute('aria-current', 'page');
  await expectGerman(page, 'imported decisions');
});

test('Models: a page of its own, a server that cannot be, cases of one’s own', async ({ page }) => {
  await open(page, 'p=data');
  for (const kind of ['endpoint', 'hub', 'page'] as const) {
    const choice = page.getByRole('radio', { name: MODELS.panel.kinds[kind] });
    await choice.click();
    await expect(choice).toBeChecked();
    await expectGerman(page, `models: ${kind}`);
  }
  await page.getByLabel(MODELS.task.file).setInputFiles({
    name: 'x.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from('kein Fall'),
  });
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectGerman(page, 'no task');
  await page.getByLabel(MODELS.form.cases).first().fill('0');
  await expectGerman(page, 'no cases');
});

test('Learn: the cover, every step with its answer, a class', async ({ page }) => {
  await open(page, 'p=learn');
  await expectGerman(page, 'cover');
  await button(page, LEARN.begin).click();
  for (const step of STEPS) {
    await expect(page.getByRole('heading', { name: LEARN.course[step].title })).toBeVisible();
    await expectGerman(page, `${step}, before`);
    const radios = page.locator('form').getByRole('radio');
    if ((await radios.count()) > 0) await radios.first().check();
    else await page.getByRole('textbox', { name: LEARN.percent }).fill('55');
    await button(page, LEARN.submit).click();
    await expect(page.getByRole('heading', { name: LEARN.revealed })).toBeVisible();
    await expectGerman(page, `${step}, revealed`);
    const next = button(page, LEARN.next);
    if ((await next.count()) > 0) await next.click();
  }
  await button(page, LEARN.finish).click();
  await page.getByLabel(LEARN.class.choose).setInputFiles({
    name: 'keine.json',
    mimeType: 'application/json',
    buffer: Buffer.from('kein JSON'),
  });
  await expect(page.getByRole('listitem').filter({ hasText: 'keine.json' })).toBeVisible();
  await expectGerman(page, 'a class, with a file that is none');
});

test('what the teacher’s link hides, and the presenter’s view', async ({ page }) => {
  await open(page, 'p=learn&P=1&l.h=steps.class');
  await button(page, LEARN.begin).click();
  await expectGerman(page, 'presenter');
});

test('Offline, an embedded view, a file dropped by mistake, a network that is away', async ({
  page,
}) => {
  await open(page, 'p=explore');
  await button(page, PAGE.offline).click();
  await expect(page.getByText(OFFLINE.caption)).toBeVisible();
  await expectGerman(page, 'offline');
  await button(page, OFFLINE.close).click();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.svg'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await expect(page.getByRole('alert')).toContainText('x.svg ist kein Bild dieser Seite');
  await expectGerman(page, 'a dropped file');
  await open(page, `p=explore&${EMBED_FIELD}=${EMBED_PARTS.join('-')}`);
  await expect(page.getByText(EXPLORE.reliability.title).first()).toBeVisible();
  await expectGerman(page, 'embedded');
  await page.route('**/decisions/index.json', (route) => route.abort());
  await open(page, 'p=explore');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectGerman(page, 'no catalogue');
});
