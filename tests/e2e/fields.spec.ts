import type { Page } from '@playwright/test';
import { expectServed, openHere, smallMap } from './canvasMap.ts';
import { card, expect, test } from './support.ts';

/** What fields in the details do with what nobody expects: nothing is cut or dropped in silence. */

const panel = (page: Page) => page.getByRole('complementary', { name: 'Details and gaps' });
const field = (page: Page, name: string) => panel(page).getByRole('combobox', { name, exact: true });

async function openCard(page: Page, title: string): Promise<void> {
  await card(page, title).click();
  await page.getByRole('tab', { name: 'Details' }).click();
}

test('what is typed counts when the field is left, by Tab or by a click on another card', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await openCard(page, 'Connects the line');
  await field(page, 'Owner').click();
  await page.keyboard.type('mika kay');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Owner')).toHaveValue('Mika Kay');
  // Nobody of this name is there, and whoever leaves has not said that there should be.
  await field(page, 'Owner').fill('Mika');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Owner')).toHaveValue('Mika Kay');
  await field(page, 'Channel').fill('van');
  await card(page, 'Shows plans').click();
  await expect(field(page, 'Channel')).toHaveValue('web');
  await expectServed(app, id, ({ touchpoints }) => touchpoints.map(({ channel }) => channel)).toEqual([
    'web',
    'web',
    'van',
  ]);
});

test('a value that was typed and not recorded counts when its metric is left', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await openCard(page, 'Shows plans');
  await panel(page).getByRole('button', { name: 'Add metric' }).click();
  await page.getByRole('menuitem', { name: 'Another' }).click();
  await panel(page).getByLabel('New value').fill('many');
  await card(page, 'Takes the order').click();
  await expect(page.getByText(/“New metric” was left as it was. “many” is not a number/).first()).toBeVisible();
  await openCard(page, 'Shows plans');
  await panel(page)
    .getByRole('button', { name: /New metric/ })
    .click();
  await panel(page).getByLabel('New value').fill('1,200');
  await card(page, 'Takes the order').click();
  await expectServed(app, id, ({ metrics }) => metrics[0]?.values.map(({ value }) => value)).toEqual([1200]);
});

test('what is typed counts also when the whole map is left', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await openCard(page, 'Shows plans');
  await panel(page).getByRole('button', { name: 'Add metric' }).click();
  await page.getByRole('menuitem', { name: 'Another' }).click();
  await panel(page).getByLabel('New value').fill('7');
  await page.getByRole('link', { name: 'All maps' }).click();
  await expectServed(app, id, ({ metrics }) => metrics[0]?.values.map(({ value }) => value)).toEqual([7]);
  await page.goBack();
  await openCard(page, 'Takes the order');
  await field(page, 'Channel').fill('phone');
  await page.goForward();
  await expectServed(app, id, ({ touchpoints }) => touchpoints[1]?.channel).toBe('phone');
});

test('of a paste as much is taken as fits, and the rest is told', async ({ page, context, app }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await smallMap(app);
  await openHere(page, app, id);
  await openCard(page, 'Shows plans');
  await page.evaluate(() => navigator.clipboard.writeText('word '.repeat(5000)));
  await field(page, 'Channel').click();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('Here 500 characters fit. The rest was left out').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expectServed(app, id, ({ touchpoints }) => touchpoints[0]?.channel.length).toBe(499);
  await field(page, 'Owner').click();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('Here 1,000 characters fit.').first()).toBeVisible();
  // A description that has no room for it takes nothing, and says so.
  const description = panel(page).getByRole('textbox', { name: 'Description' });
  await description.click();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('A text has at most 20,000 characters. Nothing was added.').first()).toBeVisible();
  await expect(description).toHaveValue('');
});
