import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Neither an accessibility violation on the page, nor anything that must be scrolled to sideways. Judged when its figures are
 * there: those that are computed anew are pale for as long.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('[data-fresh="false"]')).toHaveCount(0);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run: () => Promise<AxeResults> } };
    const results = await run.run();
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
    );
  });
  expect(violations).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** The same in both themes, at the width of a desk and of a phone. */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  test.setTimeout(300_000);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1360, 390])
      await test.step(`${colorScheme}, ${width} px`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        // Colours that fade from one theme to the other are judged when they have arrived.
        await page.evaluate(async () => {
          await new Promise(requestAnimationFrame);
          await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        });
        await expectAccessible(page);
      });
}
