import { openHere, smallMap } from './canvasMap.ts';
import { card, expect, importCase, test } from './support.ts';

/** The map in small. */

test('the overview leads to a part of the map, can be hidden, and stays so', async ({ page, app }) => {
  const id = await importCase(app, 'rail-europe-experience-map');
  await openHere(page, app, id);
  const overview = page.getByTestId('overview');
  await expect(overview).toBeVisible();
  const cards = () =>
    page.locator('[aria-roledescription="touchpoint"]').evaluateAll((all) => all.map((one) => one.textContent));
  const before = await cards();
  const box = await overview.boundingBox();
  if (!box) throw new Error('The overview has no place');
  await page.mouse.click(box.x + box.width - 4, box.y + box.height / 2);
  await expect.poll(cards).not.toEqual(before);
  await page.mouse.move(box.x + box.width - 4, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 2, box.y + 2, { steps: 5 });
  await page.mouse.up();
  await expect(card(page, before[0] ?? '').first()).toBeInViewport();
  await page.getByRole('region', { name: 'Map' }).focus();
  await page.keyboard.press('Shift+Digit3');
  await expect(overview).toBeHidden();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  await page.waitForTimeout(800);
  await expect(overview).toBeHidden();
  await page.getByRole('region', { name: 'Map' }).focus();
  await page.keyboard.press('Shift+Digit3');
  await expect(overview).toBeVisible();
  await overview.hover();
  await page.getByRole('button', { name: 'Hide the overview' }).click();
  await expect(overview).toBeHidden();
});

test('there is none where all is in sight, or too little room for it', async ({ page, app }) => {
  await openHere(page, app, await smallMap(app));
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(800);
  await expect(page.getByTestId('overview')).toHaveCount(0);
  await openHere(page, app, await importCase(app, 'rail-europe-experience-map'));
  await expect(page.getByTestId('overview')).toBeVisible();
  await page.setViewportSize({ width: 700, height: 844 });
  await expect(page.getByTestId('overview')).toHaveCount(0);
});
