import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as base, test, type Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './axe';
import { deferAt } from '../src/calibration/deferral';
import { controlRisk } from '../src/calibration/riskControl';
import { accuracyAtCoverage, riskCoverage } from '../src/calibration/riskCoverage';
import { readShippedDecisions } from '../src/formats/shippedDecisions';
import { truthOf } from '../src/state/catalogue';
import { thresholdHalves } from '../src/state/deferral';
import { reliability } from '../src/state/reliability';
import { DEFAULT_SETTINGS, type Settings } from '../src/state/settings';

/** The page resamples in between. */
const expect = base.configure({ timeout: 30_000 });

const DECISIONS = join(import.meta.dirname, '../public/decisions');

const tableOf = (file: string) =>
  readShippedDecisions(new Uint8Array(readFileSync(join(DECISIONS, file))), file, truthOf);

/** The diagram of a shipped table, computed here. */
async function shownOf(file: string, settings: Partial<Settings> = {}) {
  return reliability(await tableOf(file), { ...DEFAULT_SETTINGS, ...settings });
}

const numbers = (text: string | null) => (text ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];

function page$(page: Page) {
  return {
    slider: page.getByRole('slider', { name: 'Answer where confidence is at least' }),
    threshold: page.getByRole('textbox', { name: 'Threshold' }),
    answered: page.getByRole('status', { name: 'answered' }),
    deferred: page.getByRole('status', { name: 'deferred' }),
    target: page.getByRole('region', { name: 'Target risk' }).first(),
    targetAnswer: page.getByRole('status', { name: 'Threshold for the target risk' }),
    costs: page.getByRole('region', { name: 'Expected costs' }),
    cascade: page.getByRole('status', { name: 'Cascade' }),
    calibrator: page.getByRole('combobox', { name: 'Calibrator' }),
  };
}

async function open(page: Page, hash: string) {
  await page.goto(`/#v=1&p=defer&${hash}`);
  await expect(page$(page).answered).toContainText('right');
}

async function type(box: ReturnType<Page['getByRole']>, value: string) {
  await box.fill(value);
  await box.press('Enter');
}

test('accuracy at the threshold is the risk–coverage point at its coverage', async ({ page }) => {
  await open(page, 'm=ca-proper&t=moderation');
  const { threshold, answered, deferred } = page$(page);
  const { confidence, correct, n } = await shownOf('ca-proper-moderation-q8.bin');
  // A tenth, a half and nine tenths of the cases: what is answered at all depends on the arm that is shipped.
  const sorted = [...confidence].sort((a, b) => b - a);
  for (const at of [0.1, 0.5, 0.9].map((share) => sorted[Math.floor(share * n)]!.toFixed(3))) {
    await type(threshold, at);
    const kept = confidence.filter((c) => c >= Number(at)).length;
    await expect(answered).toContainText(`${kept} of ${n}`);
    await expect(deferred).toContainText(`${n - kept} of ${n}`);
    const point = accuracyAtCoverage(riskCoverage(confidence, correct), kept / n);
    await expect(answered).toContainText(`${(100 * point).toFixed(1)} % right`);
    const row = page
      .getByRole('region', { name: 'Arms at the threshold' })
      .getByRole('row', { name: /CA, proper/ });
    await expect(row).toContainText(`${(100 * (1 - point)).toFixed(1)} `);
  }
});

test('isotonic cuts the ECE of RLVR on the other half, in Explore, with an interval of the change', async ({
  page,
}) => {
  await page.goto('/#v=1&m=rlvr&t=clinic');
  const ece = page.getByRole('status', { name: 'Expected calibration error' });
  await expect(ece).toHaveText(/^\d+\.\d %/);
  await page$(page).calibrator.selectOption('isotonic');
  const table = page.getByRole('table', { name: 'Before and after the calibrator' });
  const shown = await shownOf('rlvr-clinic-q8.bin', { calibrator: 'isotonic' });
  if (shown.calibration?.status !== 'fitted') throw new Error('not fitted');
  const { before } = shown.calibration;
  expect(shown.n).toBeLessThan(1200);
  expect(shown.ece).toBeLessThan(before.ece / 4);
  const figures = (row: string) => table.getByRole('row', { name: row });
  for (const [row, diagram] of [
    ['before', before],
    ['after', shown],
  ] as const) {
    await expect(figures(row)).toContainText(String(shown.n));
    await expect(figures(row)).toContainText((100 * diagram.ece).toFixed(1));
    await expect(figures(row)).toContainText((100 * shown.accuracy).toFixed(1));
  }
  await expect(ece.locator('strong')).toHaveText(`${(100 * shown.ece).toFixed(1)} %`);
  // The whole interval of the change lies below 0.
  await expect(figures('change')).toContainText(/−\d+\.\d – −\d+\.\d/);
  await expect(page.getByRole('img', { name: /What Isotonic regression makes/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Calibrator' })).toContainText(
    'non-decreasing line',
  );
});

test('the barycentre correction is explained on the arm it is for and warned of on others; a fit that fails says why', async ({
  page,
}) => {
  await page.goto('/#v=1&m=ca-paper&t=moderation&k=barycentre');
  await expect(page.getByText('This arm’s target still pays a wrong choice 1/K')).toBeVisible();
  await expect(page.locator('dt:text-is("n") + dd')).toHaveText(/^(2000|199\d)/);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('sft');
  await expect(
    page.getByText('On this model the correction undoes what is not there'),
  ).toBeVisible();
  // Beta needs confidence to mean something.
  await page.goto('/#v=1&m=rlvr&t=clinic&k=beta');
  await page.reload();
  const fit = await shownOf('rlvr-clinic-q8.bin', { calibrator: 'beta' });
  if (fit.calibration?.status !== 'failed') return;
  await expect(page.getByText('Beta calibration cannot be fitted')).toBeVisible();
  await expect(page.locator('dt:text-is("n") + dd')).toHaveText(/^2000/);
});

test('a link restores threshold, calibrator, target, costs and fallback', async ({ page }) => {
  await open(page, 'm=ca-paper&t=moderation');
  const { threshold, calibrator, answered, cascade } = page$(page);
  await calibrator.selectOption('platt');
  await type(threshold, '.7125');
  await type(page.getByRole('textbox', { name: 'Target risk, % wrong' }), '25');
  await type(page.getByRole('textbox', { name: 'Cost of an error' }), '8');
  await page.getByRole('combobox', { name: 'Deferred cases go to' }).selectOption('rlvr');
  await expect(page).toHaveURL(/d\.t=0\.7125/);
  await expect(page).toHaveURL(/k=platt/);
  await expect(page).toHaveURL(/d\.f=rlvr/);
  const [before, sent] = [await answered.textContent(), await cascade.textContent()];
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(page$(other).answered).toHaveText(before!);
  await expect(page$(other).cascade).toHaveText(sent!);
  await expect(page$(other).threshold).toHaveValue('.7125');
  await expect(page$(other).calibrator).toHaveValue('platt');
  await expect(other.getByRole('textbox', { name: 'Target risk, % wrong' })).toHaveValue('25');
  await expect(other.getByRole('textbox', { name: 'Cost of an error' })).toHaveValue('8');
  const { confidence } = await shownOf('ca-paper-moderation-q8.bin', { calibrator: 'platt' });
  expect(numbers(before)[0]).toBe(confidence.filter((c) => c >= 0.7125).length);
});

test('a target that can be met gives a threshold with its promise and its result; one that cannot says so', async ({
  page,
}) => {
  const file = 'ca-proper-moderation-q8.bin';
  const { choose, judge } = thresholdHalves(await tableOf(file), await shownOf(file));
  const delta = 1 - 0.9;
  const ask = (risk: number) => controlRisk(choose.confidence, choose.correct, { risk, delta });
  // A little above the bound of the first test, which does not depend on the target.
  const target = Math.ceil(100 * ask(0.5).tests[0]!.upper) + 1;
  const { threshold: expected } = ask(target / 100);
  const kept = deferAt(judge.confidence, judge.correct, expected!).answered;

  await open(page, 'm=ca-proper&t=moderation');
  const { target: region, targetAnswer, threshold } = page$(page);
  const box = page.getByRole('textbox', { name: 'Target risk, % wrong' });
  await type(box, String(target));
  await expect(region).toContainText(`at most ${target}.0 % of the answers are wrong`);
  await expect(region).toContainText(
    `On the other half it answers ${kept.n} of ${judge.correct.length}`,
  );
  await expect(region).toContainText(`${(100 * (1 - kept.accuracy)).toFixed(1)} % of them wrong`);
  await region.getByRole('button', { name: 'Use this threshold' }).click();
  expect(numbers(await threshold.inputValue())[0]).toBeCloseTo(expected!, 3);
  await type(box, '0.5');
  await expect(targetAnswer).toContainText('No threshold qualifies');
  await expect(region).toContainText('above the target of 0.5 %');
});

test('the cost table: deferring everything costs a deferral, answering everything the errors', async ({
  page,
}) => {
  await open(page, 'm=rlvr&t=moderation&d.e=4&d.d=1');
  const { costs } = page$(page);
  const cells = async (name: string) =>
    numbers((await costs.getByRole('row', { name }).getByRole('cell').allTextContents()).join(' '));
  await expect(costs.getByRole('row', { name: 'defer everything' })).toContainText('1');
  expect((await cells('defer everything')).slice(0, 2)).toEqual([0, 1]);
  const [at, coverage, cost, low, high] = await cells('answer everything');
  expect([at, coverage]).toEqual([0, 100]);
  expect(cost! / 4).toBeCloseTo(1 - (await shownOf('rlvr-moderation-q8.bin')).accuracy, 1);
  expect(low).toBeLessThan(cost!);
  expect(high).toBeGreaterThan(cost!);
  expect((await cells('1 − deferral/error')).includes(0.75)).toBe(true);
  await costs.getByRole('button', { name: 'Use threshold .75' }).click();
  await expect(page$(page).threshold).toHaveValue('.75');
});

test('the cascade is the first model where nothing is sent on and the second where everything is', async ({
  page,
}) => {
  await open(page, 'm=sft&t=moderation&d.f=rlvr&d.t=0');
  const { cascade, threshold } = page$(page);
  const alone = page.getByRole('region', { name: 'Cascade and each model alone' });
  const [sft, rlvr] = [
    await shownOf('sft-moderation-q8.bin'),
    await shownOf('rlvr-moderation-q8.bin'),
  ];
  const figure = (accuracy: number) => `${(100 * accuracy).toFixed(1)} %`;
  await expect(cascade).toContainText(`${figure(sft.accuracy)} right`);
  await expect(cascade).toContainText('with 0 of 2000');
  await type(threshold, '1');
  await expect(cascade).toContainText(`${figure(rlvr.accuracy)} right`);
  await expect(cascade).toContainText('2000 of 2000');
  const gain = alone.getByRole('row', { name: 'SFT alone' });
  await expect(gain).toContainText((100 * (rlvr.accuracy - sft.accuracy)).toFixed(1));
  await expect(alone.getByRole('row', { name: 'RLVR alone' })).toContainText('0.0');
});

test('the arrow keys walk the curves, tell each point, and Enter sets the threshold there', async ({
  page,
}) => {
  await open(page, 'm=ca-proper&t=moderation');
  const walk = page.getByRole('slider', { name: 'Points of Risk–coverage curves' });
  await walk.focus();
  await page.keyboard.press('End');
  const { confidence, correct, n } = await shownOf('ca-proper-moderation-q8.bin');
  const risk = riskCoverage(confidence, correct).risk.at(-1)!;
  const told = `CA, proper: answered, % 100.0; wrong among them, % ${(100 * risk).toFixed(1)}`;
  await expect(walk).toHaveAttribute('aria-valuetext', told);
  await expect(walk).toHaveText(told);
  await page.keyboard.press('Enter');
  await expect(page$(page).answered).toContainText(`${n} of ${n}`);
  for (let i = 0; i < 5; i++) await page.keyboard.press('PageDown');
  await expect(walk).toHaveAttribute('aria-valuetext', /answered, % 4\d\.\d|answered, % 5\d\.\d/);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => Math.abs(numbers(await page$(page).answered.textContent())[0]! / n - 0.5))
    .toBeLessThan(0.1);
  // The other lines come when their arms are there.
  await expect(walk).toHaveAttribute('aria-description', /^Up and down change the line/);
  await page.keyboard.press('ArrowUp');
  await expect(walk).not.toHaveAttribute('aria-valuetext', /^CA, proper/);
});

test('the keyboard alone opens the panel and moves the threshold', async ({ page }) => {
  await page.goto('/#v=1&m=ca-proper&t=moderation');
  const tab = page.getByRole('button', { name: 'Defer', exact: true });
  await tab.focus();
  await page.keyboard.press('Enter');
  const { slider, threshold, answered } = page$(page);
  await expect(answered).toContainText('right');
  const reach = async (target: typeof slider) => {
    for (let i = 0; i < 30; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return true;
      await page.keyboard.press('Tab');
    }
    return false;
  };
  const { n } = await shownOf('ca-proper-moderation-q8.bin');
  expect(await reach(slider)).toBe(true);
  await page.keyboard.press('Home');
  await expect(answered).toContainText(`${n} of ${n}`);
  await page.keyboard.press('End');
  await expect(answered).toContainText(`0 of ${n}`);
  for (let i = 0; i < 10; i++) await page.keyboard.press('PageDown');
  const half = numbers(await answered.textContent())[0]!;
  expect(half).toBeGreaterThan(100);
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(async () => numbers(await answered.textContent())[0]!)
    .toBeGreaterThanOrEqual(half);
  await page.keyboard.press('Tab');
  await expect(threshold).toBeFocused();
});

test('no accessibility violation, in both themes, on desk and phone', async ({ page }) => {
  for (const hash of ['p=defer&k=isotonic', 'k=isotonic']) {
    await page.goto(`/#v=1&m=ca-proper&t=moderation&${hash}`);
    await page.reload();
    const ready = hash.startsWith('p')
      ? [page$(page).cascade, page$(page).targetAnswer]
      : [
          page.getByRole('table', { name: 'Before and after the calibrator' }),
          page.getByText(/The study: /),
        ];
    // A summary that comes later would move the places of the others.
    for (const part of ready) await expect(part).toBeVisible();
    for (const summary of await page.locator('main details > summary').all()) await summary.click();
    await expectAccessibleEverywhere(page);
  }
});
