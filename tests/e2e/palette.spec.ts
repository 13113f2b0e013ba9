import type { Page } from '@playwright/test';
import { expectPlaces, expectServed, focused, openHere, smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { card, expect, openMap, test } from './support.ts';

/** One list of actions: the keyboard, the palette and the sheet of keys. */

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find and do' });
const keySheet = (page: Page) => page.getByRole('dialog', { name: 'Keys' });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });

test('what is chosen in the palette is done where the keyboard was', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').click();
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('touchpo');
  await expect(option(page, /^Add touchpoint/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await page.keyboard.type('Sends a note');
  await page.keyboard.press('Escape');
  await expectPlaces(app, id, [
    'Shows plans @ Compares plans / Shop',
    'Takes the order @ Orders online / Shop',
    'Sends a note @ Orders online / Shop',
    'Connects the line @ Gets connected / Field',
  ]);
});

test('the palette goes to stages, steps, touchpoints and people', async ({ page, app }) => {
  await page.setViewportSize({ width: 700, height: 600 });
  const id = await smallMap(app);
  await openHere(page, app, id);
  const selected = () => page.locator('[data-selected]').evaluateAll((all) => all.map((one) => one.textContent));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('connects line');
  await expect(option(page, /^Connects the line/)).toContainText('Field, Gets connected');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Connects the line')).toBeInViewport();
  await expect(card(page, 'Connects the line')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('mika');
  await option(page, /^Mika Kay/).click();
  await expect.poll(async () => (await selected()).length).toBe(2);
  // Esc leaves everything as it was, and the focus where it was.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('no such thing at all');
  await expect(palette(page).getByText('Nothing here has this name.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect.poll(() => focused(page)).toBe('Map');
});

test('the palette opens while one types, and shows other views', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').dblclick();
  await page.keyboard.press('End');
  await page.keyboard.type(' again');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('show priorities');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Priorities' })).toBeVisible();
  await expectServed(app, id, (map) => map.touchpoints[0]?.title).toBe('Shows plans again');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('takes the');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Takes the order')).toBeInViewport();
});

test('the sheet of keys opens with a question mark and from the menu', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await page.getByRole('region', { name: 'Map' }).focus();
  await page.keyboard.press('?');
  await expect(keySheet(page).getByText('Add touchpoint', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keySheet(page)).toBeHidden();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Keys/ }).click();
  await expect(keySheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Find and do/ }).click();
  await expect(palette(page)).toBeVisible();
  // In a title a question mark is a question mark.
  await page.keyboard.press('Escape');
  await card(page, 'Shows plans').dblclick();
  await page.keyboard.type('Why?');
  await page.keyboard.press('Enter');
  await expect(keySheet(page)).toBeHidden();
  await expectServed(app, id, (map) => map.touchpoints[0]?.title).toBe('Why?');
});

test('who may only look or comment is offered only that', async ({ app, browser }) => {
  const id = await smallMap(app);
  for (const role of ['viewer', 'commenter'] as const) {
    const page = await openMap(browser, app, id, role);
    await page.getByRole('region', { name: 'Map' }).focus();
    await page.keyboard.press('Control+k');
    await expect(option(page, /^Show the whole map/)).toBeVisible();
    await expect(option(page, /^(Add|Delete|Undo|Draw)/)).toHaveCount(0);
    await expect(option(page, /^Comment/)).toHaveCount(role === 'viewer' ? 0 : 1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(keySheet(page).getByText('Zoom in')).toBeVisible();
    await expect(keySheet(page).getByText('Add touchpoint', { exact: true })).toHaveCount(0);
    await page.context().close();
  }
});

test('Shift+2 zooms to the selection and Shift+1 back to the whole map', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  const width = async () => (await card(page, 'Shows plans').boundingBox())?.width ?? 0;
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(300);
  const before = await width();
  await page.keyboard.press('Shift+Digit2');
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await expect(card(page, 'Shows plans')).toBeInViewport();
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(width).toBeCloseTo(before, 0);
});

test('a comma and a second key do what menus offer, in every view, and the focus is never lost', async ({
  page,
  app,
}) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const second = page.getByRole('region', { name: 'Keys that follow the comma' });
  await card(page, 'Takes the order').click();
  await page.keyboard.press(',');
  await expect(second).toContainText('Show Outline');
  await page.keyboard.press('Escape');
  await expect(second).toHaveCount(0);
  await expect.poll(() => focused(page)).toMatch(/^Takes the order/);
  // The second key may come before anything is to be seen.
  for (const key of [',', '!', ',', 'o']) await page.keyboard.press(key);
  await expectServed(app, id, (map) => map.steps.map(({ momentOfTruth }) => momentOfTruth)).toEqual([
    false,
    true,
    false,
  ]);
  const line = page
    .getByRole('region', { name: 'Outline' })
    .getByRole('button', { name: 'Takes the order', exact: true });
  await expect(line).toBeFocused();
  // What the palette offers in the outline is done in the outline.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('add touch');
  await expect(option(page, /^Add touchpoint/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Says thanks');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expectServed(app, id, (map) => map.touchpoints.map(({ title }) => title)).toContain('Says thanks');
  // From a view that has no such thing it leads to the map.
  for (const key of [',', 'n']) await page.keyboard.press(key);
  await expect(page.getByRole('region', { name: 'Metrics', exact: true })).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('whole map');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Map');
  // Into the fields beside the map, and back by Escape.
  await card(page, 'Shows plans').click();
  for (const key of [',', 'd', 'F6']) await page.keyboard.press(key);
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toMatch(/^Shows plans/);
  for (const key of [',', 'r']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: 'Share this map' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toMatch(/^Shows plans/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('export as power');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^PowerPoint/ })).toBeChecked();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the palette and the sheet of keys are accessible, ${theme}`, async ({ page, app }) => {
    const id = await smallMap(app);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openHere(page, app, id);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('s');
    await expect(option(page, /^Add step/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(keySheet(page)).toBeVisible();
    await expectAccessible(page);
  });
}
