import type { Page } from '@playwright/test';
import { openHere, smallMap } from './canvasMap.ts';
import { expect, test } from './support.ts';

/** Holds back the code of menus; answers how to let it come. */
async function holdMenus(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/MenuParts/, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

test('keys pressed while the code of the first menu is on its way are played to it', async ({ page, app }) => {
  const release = await holdMenus(page);
  await openHere(page, app, await smallMap(app));
  const button = page.getByRole('button', { name: 'Add lane' });
  await button.focus();
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('menu')).toHaveCount(0);
  release();
  // The second choice, not the first.
  await expect(page.locator('[aria-roledescription="lane"]').filter({ hasText: 'notes' })).toHaveCount(1);
  await expect(page.getByLabel('Title of the lane')).toBeFocused();
});

test('a key that is held longer than a menu takes to come opens it and chooses nothing', async ({ page, app }) => {
  const release = await holdMenus(page);
  await openHere(page, app, await smallMap(app));
  const lanes = page.locator('[aria-roledescription="lane"]');
  const before = await lanes.count();
  await page.getByRole('button', { name: 'Add lane' }).focus();
  // Pressed once, and repeated by the keyboard: before the menu is there, and after.
  for (let times = 0; times < 3; times++) await page.keyboard.down('Enter');
  release();
  const choices = page.getByRole('menuitem');
  await expect(choices.first()).toBeFocused();
  for (let times = 0; times < 3; times++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(choices.first()).toBeFocused();
  await expect(lanes).toHaveCount(before);
  await page.keyboard.press('Enter');
  await expect(lanes).toHaveCount(before + 1);
});
