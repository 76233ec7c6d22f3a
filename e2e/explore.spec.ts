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
  const before = await ece.textContent();
  await typedT.fill('8');
  await typedT.press('Enter');
  await expect(ece).not.toHaveText(before!);
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
  await expect(page.getByText(/Null ECE \d+\.\d %/)).toBeVisible();
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
  const { trace, decision } = page$(page);
  await page.getByRole('button', { name: 'Next case' }).click();
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByRole('status', { name: 'Model' })).toContainText('Self-test passed', {
    timeout: 60_000,
  });
  await expect(trace.getByRole('button', { name: /^Decision token/ })).toBeVisible();
  await expect(decision).toContainText(/right|wrong/);
  await page.getByRole('spinbutton', { name: 'Number of cases' }).fill('2000');
  await page.getByRole('button', { name: 'Run cases' }).click();
  await expect(page.getByRole('progressbar', { name: 'Run' })).toBeVisible();
  await expect.poll(async () => number(await page$(page).n.textContent())).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('stopped, what is done is kept')).toBeVisible();
  await page.getByRole('radio', { name: 'shipped table' }).check();
  await expect(page$(page).n).toHaveText(/^2000/);
});

test('a prompt of one’s own is run; one without options says what it needs', async ({ page }) => {
  await open(page);
  const prompt = page.getByRole('textbox', { name: 'Prompt' });
  await prompt.fill('Is it <b>raining</b>?');
  await expect(page.getByText('at least two option lines')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Generate' })).toBeDisabled();
  await prompt.fill(
    'A patient has itchy eyes; a new pet at home.\nWhich illness is it?\nA) measles\nB) allergy\nC) cold\nD) influenza',
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
  await expect(page$(page).trace.getByRole('button', { name: /^Decision token/ })).toBeVisible({
    timeout: 60_000,
  });
});
