import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as base, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleEverywhere } from './axe';
import { readShippedDecisions } from '../src/formats/shippedDecisions';
import { truthOf } from '../src/state/catalogue';
import { computeFacts, type TableStep } from '../src/state/learn/compute';
import { COURSE } from '../src/state/learn/course';
import { writeAnswersFile } from '../src/state/learn/answersFile';
import { STEPS } from '../src/state/view/learn';
import { EN } from '../src/strings/learn/en';
import { numbersOf } from '../src/strings/numbers';

/** The answers are computed while a test waits. */
const expect = base.configure({ timeout: 60_000 });

const DECISIONS = join(import.meta.dirname, '../public/decisions');

async function factsOf(step: TableStep) {
  const tables = COURSE[step].tables.map(([model, task]) => {
    const file = `${model}-${task}-q8.bin`;
    return readShippedDecisions(new Uint8Array(readFileSync(join(DECISIONS, file))), file, truthOf);
  });
  return computeFacts({ step, tables: await Promise.all(tables) });
}

function page$(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 2 }).first(),
    share: page.getByRole('textbox', { name: 'Prediction in %' }),
    radios: page.locator('form').getByRole('radio'),
    submit: page.getByRole('button', { name: 'Predict, then reveal' }),
    reveal: page.getByRole('region', { name: 'What the tables say' }),
    revealed: page.getByRole('heading', { name: 'What the tables say' }),
    next: page.getByRole('button', { name: 'Next step' }),
    shown: page.getByRole('region', { name: 'Explorer' }).getByRole('status').first(),
    ece: page.getByRole('status', { name: 'Expected calibration error' }),
  };
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < most && !(await focused()); i++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('the whole course by keyboard alone, its answers those of the tables', async ({ page }) => {
  test.setTimeout(400_000);
  await page.goto('/');
  const { heading, share, radios, reveal, revealed, next } = page$(page);
  await tabTo(page, page.getByRole('button', { name: 'Learn' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Begin' }));
  await page.keyboard.press('Enter');
  for (const step of STEPS) {
    await expect(heading).toHaveText(EN.course[step].title);
    await expect(heading).toBeFocused();
    if (COURSE[step].question.kind === 'share') {
      await tabTo(page, share);
      await page.keyboard.type('55');
    } else {
      await tabTo(page, radios.first());
      await page.keyboard.press('Space');
      await expect(radios.first()).toBeChecked();
    }
    await page.keyboard.press('Enter');
    await expect(revealed).toBeFocused();
    if (step === 'confidence' || step === 'why') {
      const { truth } = await factsOf(step);
      const told =
        truth.kind === 'share'
          ? numbersOf('en').percent(truth.value)
          : EN.course.why.choices[truth.value as 'accuracy'];
      await expect(reveal.locator('dl > div').last()).toContainText(told);
    }
    await expect(reveal.locator('dl > div').first()).toContainText(
      /close|too low|too high|right|not so/,
    );
    if (step === STEPS.at(-1)) break;
    await tabTo(page, next);
    await page.keyboard.press('Enter');
  }
  await tabTo(page, page.getByRole('button', { name: 'Finish' }));
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  await expect(page.getByText('10 of 10 predictions made')).toBeVisible();
  await expect(page).not.toHaveURL(/l\.s=/);
  await page.reload();
  await expect(page.getByText('10 of 10 predictions made')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Start over' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/predictions made/)).toHaveCount(0);
});

test('a step sets the explorer, its reveal sets it again, and both can be undone', async ({
  page,
}) => {
  await page.goto('/#v=1&p=learn');
  // The address is whole when the page is open: what is done before cannot be undone.
  await expect(page).toHaveURL(/&m=/);
  await page.getByRole('button', { name: 'What RLVR does' }).click();
  const { shown, radios, submit, revealed, ece } = page$(page);
  await expect(shown).toContainText('Base');
  await expect(ece).toHaveText(/^\d+\.\d %/);
  await expect(page).toHaveURL(/l\.s=rlvr/);
  // With nothing to make again it only ends the step, which a quick reveal would else be part of.
  await page.keyboard.press('Control+y');
  await radios.first().check();
  await submit.click();
  await expect(revealed).toBeVisible();
  await expect(shown).toContainText('RLVR');
  // What the reveal tells of RLVR is what the diagram beside it shows, which follows the name of the arm.
  const told = page.getByRole('row', { name: /^RLVR/ });
  const figure = async () => (await ece.locator('strong').textContent())!.replace(' %', '');
  await expect.poll(async () => (await told.textContent())!.includes(await figure())).toBe(true);
  await page.waitForTimeout(600);
  await page.keyboard.press('Control+z');
  await expect(shown).toContainText('Base');
  await page.keyboard.press('Control+z');
  // Exactly: in a step its button has a number before the name.
  await expect(page.getByRole('button', { name: 'What RLVR does', exact: true })).toBeVisible();
});

test('what is no prediction is told apart, and a decimal comma is one', async ({ page }) => {
  await page.goto('/#v=1&p=learn&l.s=confidence&m=rlvr&t=clinic');
  const { share, submit, reveal } = page$(page);
  for (const text of ['', 'half', '101', '-1']) {
    await share.fill(text);
    await submit.click();
    await expect(page.getByText('A number from 0 to 100.')).toBeVisible();
  }
  await share.fill('55,5 %');
  await submit.click();
  await expect(reveal).toContainText('55.5 %');
});

test('the swap runs here, and its outcome takes the place of the study’s', async ({ page }) => {
  await page.goto('/#v=1&p=learn&l.s=swap&m=rlvr&t=clinic');
  const { shown, radios, submit, reveal } = page$(page);
  // Opening on a link stops what runs.
  await expect(shown).toContainText('RLVR');
  await radios.first().check();
  await submit.click();
  await expect(reveal).toContainText('In the study');
  await page.getByRole('button', { name: 'Swap 16 cases in this browser' }).click();
  await expect(reveal).toContainText('Swapped in this browser', { timeout: 100_000 });
  await expect(page.getByRole('status', { name: 'Swaps, case by case' })).toContainText(
    /\d+ of \d+ decisions follow/,
  );
});

test('a teacher’s link opens at its step with what it hides', async ({ page }) => {
  await page.goto('/#v=1&p=learn');
  await page.getByText('Link for learners').click();
  await page.getByRole('combobox', { name: 'Opens at' }).selectOption('shift');
  for (const name of ['the way to other steps', 'sliders and calibrator', 'the other panels'])
    await page.getByRole('checkbox', { name }).check();
  const address = await page.getByRole('textbox', { name: 'Link for learners' }).inputValue();
  const learner = await page.context().newPage();
  await learner.goto(address);
  const { heading, shown, next, ece, radios, submit, reveal } = page$(learner);
  await expect(heading).toHaveText(EN.course.shift.title);
  await expect(shown).toContainText('Calibration-aware, proper');
  await expect(ece).toHaveText(/^\d+\.\d %/);
  await expect(next).toHaveCount(0);
  await expect(learner.getByRole('navigation')).toHaveCount(0);
  await expect(learner.getByRole('slider')).toHaveCount(0);
  await expect(learner.getByText('Bins as a table')).toBeVisible();
  await radios.last().check();
  await submit.click();
  await expect(reveal).toContainText('garage');
  await learner.reload();
  await expect(heading).toHaveText(EN.course.shift.title);
  await expect(learner.getByRole('navigation')).toHaveCount(0);
});

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

test('three files of a class are pooled, the damaged one with its reason', async ({ page }) => {
  await page.goto('/#v=1&p=learn');
  const answers = (confidence: number, why: string) => ({ confidence, why });
  const text = (learner: string, given: object) =>
    writeAnswersFile({ learner, name: '<b>Ada</b>', answers: given });
  const one = text('00000000000000a1', answers(0.9, 'accuracy'));
  await page
    .getByLabel('Files of predictions')
    .setInputFiles([
      fileOf('one.json', one),
      fileOf('damaged.json', one.slice(0, 40)),
      fileOf('two.json', text('00000000000000b2', answers(0.6, 'knows'))),
    ]);
  await expect(page.getByText('Predictions of 2 learners')).toBeVisible();
  const bad = page.getByRole('listitem').filter({ hasText: 'damaged.json' });
  await expect(bad).toContainText('no JSON');
  const { truth } = await factsOf('confidence');
  const first = page.getByRole('region', { name: EN.course.confidence.title });
  await expect(first).toContainText('n = 2');
  const chart = first.getByRole('img', { name: /Predictions: / });
  await expect(chart).toContainText(
    `computed ${truth.kind === 'share' ? numbersOf('en').percent(truth.value) : ''}`,
  );
  await first.getByText('Predictions as a table').click();
  await expect(first.getByRole('row')).toHaveText(['predictionlearners', '60–65 %1', '90–95 %1']);
  const last = page.getByRole('table', { name: `Predictions: ${EN.course.why.title}` });
  await expect(last.getByRole('row', { name: EN.course.why.choices.knows })).toContainText('1');
  // A learner’s own file, dropped: counted beside the others; dropped again, not twice.
  await page.getByRole('button', { name: EN.course.diagram.title }).click();
  await page$(page).share.fill('50');
  await page$(page).submit.click();
  await expect(page$(page).revealed).toBeVisible();
  await page.getByRole('button', { name: 'All steps' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my predictions' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  for (const learners of [3, 3]) {
    const dropped = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'own.json', { type: 'application/json' }));
      return data;
    }, saved);
    await page
      .getByText('Drop the files of the class here')
      .dispatchEvent('drop', { dataTransfer: dropped });
    await expect(page.getByText(`Predictions of ${learners} learners`)).toBeVisible();
  }
  await expect(page.getByText('the same learner again')).toBeVisible();
  await expectAccessible(page);
});

test('where storage is refused the course goes on and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto('/#v=1&p=learn&l.s=diagram&m=ca-proper&t=clinic');
  await expect(page.getByText('does not let the page keep anything')).toBeVisible();
  await page$(page).share.fill('50');
  await page$(page).submit.click();
  await expect(page$(page).revealed).toBeVisible();
});

/** Figures of a former view are paled until the new ones are there. */
const settled = (page: Page) => expect(page.locator('[data-fresh="false"]')).toHaveCount(0);

test('no accessibility violation in the course, in both themes, on desk and phone', async ({
  page,
}) => {
  await page.goto('/#v=1&p=learn');
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await page.getByText('Link for learners').click();
  await expectAccessibleEverywhere(page);
  await page.getByRole('button', { name: EN.course.repair.title }).click();
  await expect(page$(page).ece).toHaveText(/^\d+\.\d %/);
  await settled(page);
  await expectAccessibleEverywhere(page);
  const figure = page$(page).ece.locator('strong');
  const before = await figure.textContent();
  await page$(page).share.fill('12');
  await page$(page).submit.click();
  await expect(page$(page).revealed).toBeVisible();
  await expect(page$(page).shown).toContainText('proper');
  // The diagram follows the name of the arm, and is pale only then.
  await expect(figure).not.toHaveText(before!);
  await settled(page);
  await expectAccessibleEverywhere(page);
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the machine’s language is spoken, numbers have a decimal comma, the switch keeps its focus', async ({
    page,
  }) => {
    await page.goto('/#v=1&p=learn&l.s=confidence&m=rlvr&t=clinic');
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('button', { name: 'Lernen' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await page.getByRole('textbox', { name: 'Vorhersage in %' }).fill('55,5');
    await page.getByRole('button', { name: 'Vorhersagen, dann aufdecken' }).click();
    const reveal = page.getByRole('region', { name: 'Was die Tabellen sagen' });
    const { truth } = await factsOf('confidence');
    const told = truth.kind === 'share' ? numbersOf('de').percent(truth.value) : '';
    expect(told).toContain(',');
    await expect(reveal).toContainText(told);
    const language = page.getByRole('combobox', { name: 'Sprache' });
    await language.focus();
    await language.selectOption('en');
    await expect(html).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused();
    await expect(page).toHaveURL(/l=en/);
    await page.goto('/');
    // The file itself says that it is English.
    await expect(page.getByRole('combobox', { name: 'Language' })).toBeVisible();
    await expect(html).toHaveAttribute('lang', 'en');
    // Until the page is open, it would write its own address over the next one.
    await expect(page).toHaveURL(/#v=1/);
    await page.goto('/#v=1&l=de');
    await page.reload();
    await expect(html).toHaveAttribute('lang', 'de');
    await expect(
      page.getByRole('status', { name: 'Erwarteter Kalibrierungsfehler' }),
    ).toContainText('–');
    await expectAccessible(page);
  });
});
