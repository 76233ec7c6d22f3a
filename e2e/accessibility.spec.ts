import { expect, test } from '@playwright/test';
import { expectAccessibleEverywhere } from './axe';

test('no accessibility violation, in both themes, on desk and phone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Decision token/ })).toBeVisible();
  await page.getByText('Bins as a table').click();
  await expectAccessibleEverywhere(page);
});
