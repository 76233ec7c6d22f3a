import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1360, 390])
    test(`no accessibility violation, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await page.goto('/');
      await expect(page.getByRole('button', { name: /^Decision token/ })).toBeVisible();
      await page.getByText('Bins as a table').click();
      await expectAccessible(page);
    });
