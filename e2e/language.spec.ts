import { expect as base, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';

const expect = base.configure({ timeout: 60_000 });

/** Panels with a text that only the loaded panel shows, with its arms, in English and in German. */
const PANELS = [
  ['explore', 'The same cases, fine-tuned differently', 'Dieselben Fälle, verschieden trainiert'],
  ['compare', 'Every arm on every task', 'Jeder Arm auf jeder Aufgabe'],
  ['defer', 'cascade less this, points', 'Kaskade minus dieses, Punkte'],
  ['data', 'Formats that are read', 'Lesbare Formate'],
] as const;

/** Names and field terms that are the same word in both languages. */
const SAME = new Set([
  ...['SFT', 'RLVR', 'ECE', 'AURC', 'Prompt', 'Gold', 'Trace', 'Tokens', 'Seed', 'Bin', 'Bins'],
  ...['n', 'p', 'T', 'α', 'SVG', 'PNG', 'HTML', 'Moderation', 'API', 'Option', 'Logit', 'Arm'],
]);

async function open(page: Page, panel: string, language: string, text: string) {
  // From elsewhere: another hash alone would leave the page as it is.
  await page.goto('about:blank');
  await page.goto(`/#v=1&m=ca-proper&t=moderation&p=${panel}&l=${language}`);
  await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  // Figures under way are pale.
  await expect(page.locator('[data-fresh="false"]')).toHaveCount(0);
}

/** Headings, buttons, table heads and names of regions of the panel that hold a word. */
async function wordsOf(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const own = (selector: string, read: (element: Element) => string | null) =>
      [...document.querySelectorAll(selector)].map((element) => read(element)?.trim() ?? '');
    const shown = 'h2, h3, button, summary, legend, th[scope="col"]';
    return [
      ...own(`main :is(${shown})`, (element) => element.textContent),
      ...own('main :is(section, [role="region"], table, svg)[aria-label]', (element) =>
        element.getAttribute('aria-label'),
      ),
    ];
  });
  return texts.filter((text) => /\p{L}/u.test(text) && !SAME.has(text));
}

for (const [panel, english, german] of PANELS)
  test(`${panel}: no heading, button or name is left in English`, async ({ page }) => {
    await open(page, panel, 'en', english);
    const before = new Set(await wordsOf(page));
    expect(before.size).toBeGreaterThan(5);
    await open(page, panel, 'de', german);
    const after = await wordsOf(page);
    expect(after.length).toBeGreaterThan(5);
    expect(after.filter((text) => before.has(text))).toEqual([]);
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/\b(the|which|threshold|accuracy|confidence|cases)\b/);
    await expect(page.getByText('n = –')).toHaveCount(0);
    await expectAccessible(page);
  });

for (const [panel, name] of [
  ['explore', /^\d+,\d %/],
  ['defer', /\d+,\d %/],
] as const)
  test(`${panel}: numbers have a decimal comma`, async ({ page }) => {
    const german = PANELS.find(([one]) => one === panel)![2];
    await open(page, panel, 'de', german);
    await expect(page.getByRole('status').filter({ hasText: name }).first()).toBeVisible();
    expect(await page.locator('main').innerText()).not.toMatch(/\d\.\d+ %/);
  });
