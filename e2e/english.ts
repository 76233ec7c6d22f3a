import { expect, type Page } from '@playwright/test';
import { EN as CHARTS } from '../src/strings/charts/en';
import { EN as COMPARE } from '../src/strings/compare/en';
import { EN as CONTROLS } from '../src/strings/controls/en';
import { EN as DATA } from '../src/strings/data/en';
import { EN as DEFER } from '../src/strings/defer/en';
import { EN as DIAGNOSE } from '../src/strings/diagnose/en';
import { EN as EXPLORE } from '../src/strings/explore/en';
import { EN as LEARN } from '../src/strings/learn/en';
import { EN as MODELS } from '../src/strings/models/en';
import { EN as OFFLINE } from '../src/strings/offline/en';
import { EN as PAGE } from '../src/strings/page/en';

function stringsIn(table: unknown): string[] {
  if (typeof table === 'string') return [table];
  if (typeof table !== 'object' || table === null) return [];
  return Object.values(table).flatMap(stringsIn);
}

/** Every English text of more than a word. */
const SENTENCES = new Set(
  stringsIn([
    ...[CHARTS, COMPARE, CONTROLS, DATA, DEFER, DIAGNOSE, EXPLORE, LEARN, MODELS, OFFLINE, PAGE],
  ])
    .map((text) => text.trim())
    .filter((text) => /\p{L}\s+\p{L}/u.test(text) && text !== PAGE.title),
);

/** Words that carry English sentences and are none in German. */
const WORDS =
  /(?<![\p{L}_-])(the|of|with|is|are|from|for|its|this|that|which|has|have|been|not|and|or|to|by|your|accuracy|confidence|decisions?|cases?|threshold|right|wrong|shift)(?![\p{L}_-])/iu;

/** What a reader sees or hears that is not marked as English: texts, names, titles, descriptions. */
async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const english = (element: Element | null) => element?.closest('[lang="en"]') != null;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement } = node;
      if (parentElement === null || english(parentElement)) continue;
      const told = parentElement.closest('title, desc') !== null;
      const shown = parentElement.closest('select') ?? parentElement;
      if (parentElement.closest('script, style, textarea') !== null) continue;
      if (told || shown.checkVisibility()) found.push(node.textContent ?? '');
    }
    const names = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ];
    for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join(', ')))
      if (!english(element)) for (const name of names) found.push(element.getAttribute(name) ?? '');
    found.push(document.title);
    return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });
}

/** Without what stands between quotes (keys of files, the marker of an answer) and names of files. */
const unquoted = (text: string) =>
  text.replace(/„[^“]*“|“[^”]*”|"[^"]*"|[\w-]+\.(?:csv|jsonl?)(?!\w)/g, '');

/** Opens everything that is folded; fails on what is left in English, and says where. */
export async function expectGerman(page: Page, where: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const texts = await textsOf(page);
  expect(texts.length, where).toBeGreaterThan(10);
  const left = texts.filter((text) => SENTENCES.has(text) || WORDS.test(unquoted(text)));
  expect([...new Set(left)], where).toEqual([]);
}
