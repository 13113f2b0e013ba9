import { openHere, smallMap } from './canvasMap.ts';
import { expect, test } from './support.ts';

test('keys pressed while the code of the first menu is on its way are played to it', async ({ page, app }) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/MenuParts/, async (route) => {
    await released;
    await route.continue();
  });
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
