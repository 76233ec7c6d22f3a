import { expect, test, type Page } from '@playwright/test';

const number = (text: string | null) => Number(/-?[\d.]+/.exec(text ?? '')?.[0]);

function page$(page: Page) {
  return {
    ece: page.getByRole('status', { name: 'Expected calibration error' }),
    temperature: page.getByRole('slider', { name: 'Temperature' }),
    scale: page.getByRole('slider', { name: 'Decision-token scale' }),
    typedT: page.getByRole('textbox', { name: 'Temperature value' }),
    typedAlpha: page.getByRole('textbox', { name: 'Decision-token scale value' }),
    meanConfidence: page.locator('dt:has-text("mean confidence") + dd'),
    accuracy: page.locator('dt:has-text("accuracy") + dd'),
    n: page.locator('dt:text-is("n") + dd'),
    trace: page.getByRole('region', { name: 'Trace' }),
    decision: page.getByRole('group', { name: 'Decision token' }),
    bins: page.getByRole('table', { name: 'Reliability bins' }),
  };
}

async function open(page: Page) {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/');
  await expect(page$(page).ece).toHaveText(/^\d+\.\d %/);
  return requests;
}

test('the page opens on a shipped table: diagram and sliders work before any model is loaded', async ({
  page,
}) => {
  const requests = await open(page);
  const { ece, typedT, n, meanConfidence, temperature } = page$(page);
  await expect(page.getByRole('img', { name: 'Reliability diagram' })).toBeVisible();
  await expect(n).toHaveText(/^2000/);
  // The interval beside the figure comes by itself.
  const figure = ece.locator('strong');
  const before = await figure.textContent();
  await typedT.fill('8');
  await typedT.press('Enter');
  await expect(figure).not.toHaveText(before!);
  await expect(temperature).toHaveAttribute('aria-valuetext', 'T = 8');
  await expect(meanConfidence).not.toHaveText(/^100.0 %/);
  expect(requests.filter((url) => /\.(wasm|onnx)$/.test(url))).toEqual([]);
});

test('T → ∞ brings mean confidence to 1/K, α = T cancels T, accuracy never moves', async ({
  page,
}) => {
  await open(page);
  const { ece, typedT, typedAlpha, meanConfidence, accuracy } = page$(page);
  const type = async (box: typeof typedT, value: string) => {
    await box.fill(value);
    await box.press('Enter');
  };
  const plain = number(await ece.textContent());
  const right = await accuracy.textContent();
  for (const [task, k] of [
    ['clinic', 4],
    ['moderation', 2],
  ] as const) {
    await page.getByRole('combobox', { name: 'Task' }).selectOption(task);
    await type(typedT, '1000000');
    await expect(meanConfidence).toHaveText(new RegExp(`^${(100 / k).toFixed(1)} %`));
  }
  await page.getByRole('combobox', { name: 'Task' }).selectOption('clinic');
  await type(typedT, '4');
  await type(typedAlpha, '4');
  await expect.poll(async () => number(await ece.textContent())).toBe(plain);
  await expect(accuracy).toHaveText(right!);
  await page.getByRole('button', { name: 'Reset temperature to 1' }).click();
  await page.getByRole('button', { name: 'Reset decision-token scale to 1' }).click();
  await expect(accuracy).toHaveText(right!);
});

test('arrow keys move the sliders, and the null ECE stands beside the ECE', async ({ page }) => {
  await open(page);
  const { temperature, typedT } = page$(page);
  await temperature.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect(typedT).toHaveValue('1.26');
  await page.keyboard.press('End');
  await expect(typedT).toHaveValue('100');
  await expect(page.getByText(/Null ECE \d+\.\d\s%/)).toBeVisible();
});

test('a bin opens its cases, a case opens its trace', async ({ page }) => {
  await open(page);
  const { bins, trace, decision } = page$(page);
  await page.getByText('Bins as a table').click();
  const bin = bins.getByRole('button').last();
  await bin.click();
  const cases = page.getByRole('region', { name: 'Cases of the bin' });
  const count = number(await cases.getByRole('heading').textContent());
  const row = bins.getByRole('row').last().getByRole('cell').first();
  expect(count).toBe(number(await row.textContent()));
  await cases.getByRole('listitem').first().getByRole('button').click();
  await expect(trace).toContainText('</think>');
  await expect(decision.getByRole('row')).toHaveCount(5);
});

test('tokens are walked with the arrow keys, the decision token is lit', async ({ page }) => {
  await open(page);
  const { trace, decision } = page$(page);
  const lit = trace.getByRole('button', { name: /^Decision token [A-D], p/ });
  await expect(lit).toHaveCount(1);
  await lit.focus();
  const alternatives = trace.getByRole('table', { name: 'Alternatives of the token' });
  await expect(alternatives).toContainText('At the decision token');
  await page.keyboard.press('ArrowLeft');
  await expect(trace.locator(':focus')).toHaveText(':');
  await page.keyboard.press('Home');
  await expect(trace.locator(':focus')).toHaveText('<think>');
  await expect(decision).toContainText('gold');
  await expect(decision).toContainText(/Option mass \d/);
});

test('the model loads, reasons and decides; stopping keeps the page alive', async ({ page }) => {
  await open(page);
  const { trace, decision, n } = page$(page);
  const stop = page.getByRole('button', { name: 'Stop' });
  await page.getByRole('button', { name: 'Next case' }).click();
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByRole('status', { name: 'Model' })).toContainText('Self-test passed', {
    timeout: 60_000,
  });
  // The stored trace of the case has a decision as well: only when the work is over is it the generated one.
  await expect(stop).toBeDisabled({ timeout: 60_000 });
  await expect(trace.getByRole('button', { name: /^Decision token/ })).toBeVisible();
  await expect(decision).toContainText(/right|wrong/);
  await page.getByRole('spinbutton', { name: 'Number of cases' }).fill('2000');
  await page.getByRole('button', { name: 'Run cases' }).click();
  await expect(page.getByRole('progressbar', { name: 'Run' })).toBeVisible();
  // Neither the 2000 of the shipped table, nor 0: the number of options follows.
  await expect(n).toHaveText(/^(?!2000)[1-9]\d*4 options/);
  await stop.click();
  await expect(page.getByText('stopped, what is done is kept')).toBeVisible();
  await page.getByRole('radio', { name: 'shipped table' }).check();
  await expect(n).toHaveText(/^2000/);
});

test('a prompt of one’s own is run; one without options says what it needs', async ({ page }) => {
  await open(page);
  const prompt = page.getByRole('textbox', { name: 'Prompt' });
  await prompt.fill('Is it <b>raining</b>?');
  await expect(page.getByText('at least two option lines')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Generate' })).toBeDisabled();
  await prompt.fill(
    'A patient has itchy eyes; a new pet at home.\nWhich illness is it?\n- measles = A\n- allergy = B\n- cold = C\n- influenza = D',
  );
  await page.getByRole('combobox', { name: 'Gold option' }).selectOption('1');
  await page.getByRole('button', { name: 'Generate' }).click();
  const { decision } = page$(page);
  await expect(decision.getByRole('row')).toHaveCount(5, { timeout: 60_000 });
  await expect(decision).toContainText('posterior');
  await expect(decision.getByRole('row', { name: /allergy/ })).toContainText('gold');
});

test('damaged weights are refused with a sentence, and the page goes on', async ({ page }) => {
  await page.route('**/*.onnx', (route) => route.fulfill({ body: Buffer.from('no weights') }));
  await open(page);
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByRole('alert')).toContainText(/model_quantized\.onnx/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.unroute('**/*.onnx');
  await page.getByRole('button', { name: 'Generate' }).click();
  // The stored trace of the case stands there until the model is loaded.
  await expect(page.getByRole('status', { name: 'Model' })).toContainText('Self-test passed', {
    timeout: 60_000,
  });
  await expect(page.getByRole('button', { name: 'Stop' })).toBeDisabled({ timeout: 60_000 });
  await expect(page$(page).trace.getByRole('button', { name: /^Decision token/ })).toBeVisible({
    timeout: 60_000,
  });
});

test('the arms stand side by side: RLVR far off the diagonal, the proper target nearer', async ({
  page,
}) => {
  await open(page);
  const arms = page.getByRole('radiogroup', { name: 'Arm' });
  await expect(arms.getByRole('radio')).toHaveCount(7);
  const figure = async (arm: string, name: string) => {
    const text = await arms.locator('label', { hasText: arm }).innerText();
    return number(new RegExp(`${name}\\s*([\\d.]+)`).exec(text)?.[1] ?? null);
  };
  for (const task of ['clinic', 'moderation', 'courier']) {
    await page.getByRole('combobox', { name: 'Task' }).selectOption(task);
    await expect(page.getByRole('region', { name: 'Arms' })).toHaveAttribute('aria-busy', 'false');
    expect(await figure('RLVR', 'ECE')).toBeGreaterThan(15);
    expect(await figure('Calibration-aware, proper', 'ECE')).toBeLessThan(
      (await figure('RLVR', 'ECE')) - 5,
    );
    // On courier the base reasons as well as RLVR.
    if (task !== 'courier')
      expect(await figure('RLVR', 'accuracy')).toBeGreaterThan(await figure('Base', 'accuracy'));
  }
});

test('on a phone the other arms are fetched when one scrolls near, and follow the task', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const requests = await open(page);
  await page.waitForLoadState('networkidle');
  const others = () => requests.filter((url) => /\/base-\w+-q8\.bin$/.test(url));
  expect(others()).toEqual([]);
  await page.getByText(/The study: /).scrollIntoViewIfNeeded();
  const arms = page.getByRole('region', { name: 'Arms' });
  await expect(arms.getByRole('radio')).toHaveCount(7);
  expect(others()).toHaveLength(1);
  await page.getByRole('combobox', { name: 'Task' }).selectOption('moderation');
  await expect.poll(() => others().length).toBe(2);
  await expect(arms).toHaveAttribute('aria-busy', 'false');
});

test('an arm is chosen by keyboard, and the diagram beside it shows the same ECE and n', async ({
  page,
}) => {
  await open(page);
  const arms = page.getByRole('radiogroup', { name: 'Arm' });
  await expect(arms.getByRole('radio', { checked: true })).toBeVisible();
  await arms.getByRole('radio', { checked: true }).press('ArrowLeft');
  const chosen = arms.locator('label[data-chosen="true"]');
  const text = await chosen.innerText();
  const { ece, n } = page$(page);
  await expect(ece).toContainText(/ECE\s*([\d.]+ %)/.exec(text)![1]!);
  await expect(n).toContainText(/n\s*(\d+)$/.exec(text)![1]!);
  await expect(page.getByRole('combobox', { name: 'Model' })).not.toHaveValue('rlvr');
});

test('the claims of the study are told with number, interval and verdict', async ({ page }) => {
  await open(page);
  const summary = page.getByText(/The study: \d+ of \d+ claims hold/);
  await summary.click();
  const [held, all] = /(\d+) of (\d+)/
    .exec((await summary.textContent())!)!
    .slice(1)
    .map(Number);
  const rows = page.getByRole('region', { name: 'Claims of the study' }).locator('tbody tr');
  await expect(rows).toHaveCount(all!);
  await expect(rows.filter({ hasNotText: 'does not hold' })).toHaveCount(held!);
});

test('a link restores what is shown, back and forward walk the choices, garbage opens as usual', async ({
  page,
}) => {
  await open(page);
  const { ece, typedT } = page$(page);
  const task = page.getByRole('combobox', { name: 'Task' });
  await task.selectOption('courier');
  await expect(page).toHaveURL(/t=courier/);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('ca-proper');
  await expect(page).toHaveURL(/m=ca-proper/);
  await typedT.fill('2.5');
  await typedT.press('Enter');
  await expect(page).toHaveURL(/T=2.5/);
  const shown = await ece.locator('strong').textContent();
  const link = page.url();

  const other = await page.context().newPage();
  await other.goto(link);
  await expect(page$(other).ece.locator('strong')).toHaveText(shown!);
  await expect(page$(other).typedT).toHaveValue('2.5');
  await other.close();

  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('rlvr');
  await expect(task).toHaveValue('courier');
  await page.goForward();
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('ca-proper');
  await expect(ece.locator('strong')).toHaveText(shown!);

  await page.goto('/#v=1&m=__proto__&t=%E0%A4%A&T=-3&b=1e9');
  await page.reload();
  await expect(ece).toHaveText(/^\d+\.\d %/);
  await expect(typedT).toHaveValue('1');
});
