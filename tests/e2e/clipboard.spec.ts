import type { Page } from '@playwright/test';
import { emptyMap, expectPlaces, expectServed, openHere, smallMap } from './canvasMap.ts';
import { card, expect, openMap, stepHeader, test } from './support.ts';

/** Copy, cut, paste and duplicate, also from and into a spreadsheet. */

const START = [
  'Shows plans @ Compares plans / Shop',
  'Takes the order @ Orders online / Shop',
  'Connects the line @ Gets connected / Field',
];

/** The browser's own paste of a text that another program has put into the clipboard. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate(async (words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('cards are copied with their hand-off, also into another map, and undone in one step', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  await card(page, 'Takes the order').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(
      'Step\tDepartment\tTouchpoint\tChannel\tOwner\tHands off to\nCompares plans\tShop\tShows plans\tweb\tMika Kay',
    );
  await card(page, 'Connects the line').click();
  await page.keyboard.press('Control+v');
  await expectServed(app, id, (map) => [map.touchpoints.length, map.handoffs.length]).toEqual([5, 2]);
  await page.keyboard.press('Control+z');
  await expectPlaces(app, id, START);
  const other = await smallMap(app);
  await openHere(page, app, other);
  await card(page, 'Connects the line').click();
  await page.keyboard.press('Control+v');
  await expectServed(app, other, (map) => [map.touchpoints.length, map.handoffs.length, map.people.length]).toEqual([
    5, 2, 1,
  ]);
});

test('what is cut can be pasted elsewhere, and Ctrl+D duplicates', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  await page.keyboard.press('Control+x');
  await expectPlaces(app, id, START.slice(1));
  await card(page, 'Connects the line').click();
  await page.keyboard.press('Control+v');
  await expectPlaces(app, id, [...START.slice(1), 'Shows plans @ Gets connected / Field']);
  await page.keyboard.press('Control+d');
  await expectPlaces(app, id, [
    ...START.slice(1),
    'Shows plans @ Gets connected / Field',
    'Shows plans @ Gets connected / Field',
  ]);
});

test('a step is copied with all that is in it', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await stepHeader(page, 'Compares plans').click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expectServed(app, id, (map) => map.steps.map(({ title }) => title)).toEqual([
    'Compares plans',
    'Compares plans',
    'Orders online',
    'Gets connected',
  ]);
  await expectServed(app, id, (map) => map.touchpoints.length).toBe(4);
});

test('a list of lines and a table from a spreadsheet become cards; tags stay words', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').click();
  await pasteText(page, 'Asks <b>why</b>\n- Waits @Mika Kay');
  await expectPlaces(app, id, [
    START[0] ?? '',
    START[1] ?? '',
    'Asks <b>why</b> @ Orders online / Shop',
    'Waits @ Gets connected / Shop',
    START[2] ?? '',
  ]);
  await expect(card(page, 'Asks <b>why</b>')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expectPlaces(app, id, START);
  await card(page, 'Takes the order').click();
  await pasteText(page, 'Step\tDepartment\tTouchpoint\nGets connected\tBilling\tSends the bill\n');
  await expectPlaces(app, id, [...START, 'Sends the bill @ Gets connected / Billing']);
});

test('lines pasted into the title of a new card become cards', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').click();
  await page.keyboard.press('t');
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await pasteText(page, 'First\nSecond');
  await expectPlaces(app, id, [
    START[0] ?? '',
    START[1] ?? '',
    'First @ Orders online / Shop',
    'Second @ Gets connected / Shop',
    START[2] ?? '',
  ]);
});

test('an empty map says what it needs, and a viewer pastes nothing', async ({ page, app, browser }) => {
  await openHere(page, app, await emptyMap(app));
  await page.getByRole('region', { name: 'Map' }).focus();
  await pasteText(page, 'one\ntwo');
  await expect(
    page.getByText('Add a step and a department first, then paste into them.', { exact: true }),
  ).toBeVisible();
  const id = await smallMap(app);
  const viewer = await openMap(browser, app, id, 'viewer');
  await viewer.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await card(viewer, 'Shows plans').click();
  await viewer.keyboard.press('Control+c');
  await expect.poll(() => viewer.evaluate(() => navigator.clipboard.readText())).toContain('Shows plans');
  await viewer.keyboard.press('Control+v');
  await expectPlaces(app, id, START);
  await viewer.context().close();
});
