import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import type { MapEntry } from '../../shared/protocol/http.ts';
import { newGuest, type TestVisitor } from '../support/visitor.ts';
import { smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { type App, becomeVisitor, casePath, expect, expectSaved, ownPage, readServed, test } from './support.ts';

/** The home page: maps, the ways to begin one, import with what was not understood, and the trash. */

const countMaps = async (app: App): Promise<number> => {
  const maps: readonly unknown[] = await app.owner.expect('GET', '/api/maps');
  return maps.length;
};

const row = (page: Page, title: string) =>
  page.getByRole('list', { name: /maps$/i }).getByRole('listitem').filter({ hasText: title });

/** One row names a hand-off to nobody and feels like 7: both are listed, everything else is imported. */
const FLAWED = [
  'Stage,Step,Department,Touchpoint,Emotion,Hands off to',
  'Sales,Asks,Sales,Call,7,Nowhere to be found',
  'Sales,Buys,Sales,Order,1,',
].join('\n');

const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a new map opens at once, and is in the list afterwards', async ({ page, app }) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'New map' }).click();
  await page.waitForURL(/\/m\//);
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  await expectSaved(page);
  await page.getByRole('link', { name: 'All maps' }).click();
  await expect(row(page, 'Untitled map').first()).toContainText('Empty');
  await expect(page).toHaveTitle('Throughline');
});

test('the sample is a finished map', async ({ page, app }) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.waitForURL(/\/m\//);
  await expect(page.getByRole('button', { name: 'Broadband: switching provider' })).toBeVisible();
});

test('a map is renamed where its name stands; Esc leaves it as it was', async ({ page, app }) => {
  const id = await app.owner.createMap('Before');
  await page.goto(app.url);
  const rename = async (title: string, end: 'Enter' | 'Escape') => {
    await page.getByRole('button', { name: 'Actions for Before' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    const field = page.getByLabel('New title of Before');
    await expect(field).toBeFocused();
    await field.fill(title);
    await field.press(end);
  };
  await rename('Never', 'Escape');
  await expect(page.getByRole('link', { name: 'Before' })).toBeVisible();
  await rename('After', 'Enter');
  await expect(page.getByRole('link', { name: 'After' })).toBeVisible();
  await expect.poll(async () => (await readServed(app, id)).title).toBe('After');
});

test('a deleted map can be brought back at once, and later from the trash', async ({ page, app }) => {
  await app.owner.createMap('Nearly lost');
  await page.goto(app.url);
  const remove = async () => {
    await page.getByRole('button', { name: 'Actions for Nearly lost' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByRole('link', { name: 'Nearly lost' })).toHaveCount(0);
  };
  await remove();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Nearly lost' })).toBeVisible();
  await remove();
  await page.getByRole('link', { name: 'Trash' }).click();
  await row(page, 'Nearly lost').getByRole('button', { name: 'Restore' }).click();
  await expect(row(page, 'Nearly lost')).toHaveCount(0);
  await page.getByRole('link', { name: 'Maps', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Nearly lost' })).toBeVisible();
});

test('what an import could not understand is listed row by row until somebody has read it', async ({ page, app }) => {
  await page.goto(app.url);
  await page.getByLabel('Files to import').setInputFiles(asFile('flawed.csv', FLAWED));
  await page.waitForURL(/\/m\//);
  const dialog = page.getByRole('dialog', { name: /^Imported 2 touchpoints; 2 things to check$/ });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('listitem').first()).toContainText('Row 2');
  await expectAccessible(page);
  await page.reload();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Go to the map' }).click();
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test('a file that is no table is refused with a sentence, and nothing is made of it', async ({ page, app }) => {
  const before = await countMaps(app);
  await page.goto(app.url);
  await page
    .getByLabel('Files to import')
    .setInputFiles(asFile('photo.csv', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000'));
  const dialog = page.getByRole('dialog', { name: 'This file was not imported' });
  await expect(dialog).toContainText('photo.csv');
  await expect(dialog.getByRole('listitem')).toContainText(/\w+.*\./);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(dialog).toHaveCount(0);
  expect(await countMaps(app)).toBe(before);
});

test('several files at once: each says what became of it', async ({ page, app }) => {
  await page.goto(app.url);
  const whole = readFileSync(casePath('nng-switching-mobile-plan'), 'utf8');
  await page
    .getByLabel('Files to import')
    .setInputFiles([asFile('whole.csv', whole), asFile('flawed.csv', FLAWED), asFile('empty.csv', '')]);
  const dialog = page.getByRole('dialog', { name: 'Imported 2 of 3 files' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'whole.csv' })).toContainText('Imported whole');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'flawed.csv' })).toContainText('2 things');
  await dialog.getByRole('listitem').filter({ hasText: 'flawed.csv' }).getByRole('link', { name: 'Open' }).click();
  await expect(page.getByRole('dialog', { name: /to check$/ })).toBeVisible();
});

test('a table can be pasted, and a file dropped, anywhere on the page', async ({ page, app }) => {
  const opened = async () => {
    await page.goto(app.url);
    await expect(page.getByRole('button', { name: 'New map' })).toBeVisible();
  };
  await opened();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, 'Stage\tStep\tDepartment\tTouchpoint\nSales\tAsks\tSales\tPasted call');
  await page.waitForURL(/\/m\//);
  await expect(page.getByText('Pasted call').first()).toBeVisible();

  await opened();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Stage,Step,Department,Touchpoint\nSales,Asks,Sales,Dropped call'], 'dropped.csv'));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  });
  await page.waitForURL(/\/m\//);
  await expect(page.getByText('Dropped call').first()).toBeVisible();
});

test('a server that is away is said, and the list comes back with it', async ({ page, app }) => {
  await app.owner.createMap('Still there');
  await page.goto(app.url);
  await expect(page.getByRole('link', { name: 'Still there' })).toBeVisible();
  await page.route('**/api/maps', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await page.unroute('**/api/maps');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'Still there' })).toBeVisible();
});

test('a map that is not there says so and shows a way on', async ({ page, app }) => {
  await page.goto(`${app.url}/m/AAAAAAAAAAAAAAAAAAAAAA`);
  await expect(page.getByRole('heading', { name: 'There is no such map' })).toBeVisible();
  await page.getByRole('link', { name: 'All maps' }).click();
  await expect(page).toHaveURL(`${app.url}/`);
});

/** A guest of one's own, so that the list holds what the test put there and nothing else. */
async function homeOf(
  browser: Browser,
  app: App,
  titles: readonly string[],
): Promise<{ page: Page; guest: TestVisitor }> {
  const guest = await newGuest(app.url);
  for (const title of titles) await guest.createMap(title);
  const context = await browser.newContext();
  await becomeVisitor(context, guest);
  const page = await context.newPage();
  await page.goto(app.url);
  return { page, guest };
}

const shownTitles = (page: Page, list: string) =>
  page.getByRole('list', { name: list }).getByRole('listitem').getByRole('link').allTextContents();

test('maps are found by what is typed and sorted as chosen; the order is there after a reload', async ({
  browser,
  app,
}) => {
  const { page } = await homeOf(browser, app, ['Claims 10', 'Broadband', 'claims 9', 'Onboarding']);
  await expect(page.getByRole('list', { name: 'My maps' })).toBeVisible();
  expect(await shownTitles(page, 'My maps')).toEqual(['Onboarding', 'claims 9', 'Broadband', 'Claims 10']);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Name');
  expect(await shownTitles(page, 'My maps')).toEqual(['Broadband', 'claims 9', 'Claims 10', 'Onboarding']);
  await page.getByRole('searchbox', { name: 'Search maps' }).fill('CLAIM');
  await expect(page.getByRole('status').filter({ hasText: '2 maps found' })).toBeVisible();
  expect(await shownTitles(page, 'My maps')).toEqual(['claims 9', 'Claims 10']);
  await page.getByRole('searchbox', { name: 'Search maps' }).fill('nothing like it');
  await expect(page.getByText('No map is called “nothing like it”.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show all maps' }).click();
  await page.reload();
  await expect(page.getByRole('list', { name: 'My maps' })).toBeVisible();
  expect((await shownTitles(page, 'My maps'))[0]).toBe('Broadband');
});

test('a map is duplicated, with everything on it, and the copy is one of my own', async ({ browser, app }) => {
  const { page, guest } = await homeOf(browser, app, []);
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expectSaved(page);
  await page.getByRole('link', { name: 'All maps' }).click();
  await page.getByRole('button', { name: 'Actions for Broadband: switching provider' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('link', { name: 'Copy of Broadband: switching provider' })).toBeVisible();
  const maps: readonly MapEntry[] = await guest.expect('GET', '/api/maps');
  expect(maps.map(({ role }) => role)).toEqual(['owner', 'owner']);
  expect(maps[0]?.counts).toEqual(maps[1]?.counts);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copy of Broadband: switching provider' })).toBeVisible();
});

test('what others share stands apart, with whose it is and what one may do', async ({ browser, app }) => {
  const owner = await newGuest(app.url);
  await owner.expect('PATCH', '/api/me', { body: { name: 'Olive Owner' } });
  const looked = await owner.createMap('Only to look at');
  const edited = await owner.createMap('To be edited');
  const { page, guest } = await homeOf(browser, app, ['Mine']);
  await guest.join((await owner.link(looked, 'viewer')).url);
  await guest.join((await owner.link(edited, 'editor')).url);
  await page.reload();
  const shared = page.getByRole('list', { name: 'Shared with me' }).getByRole('listitem');
  await expect(shared.filter({ hasText: 'Only to look at' })).toContainText('You can look · Owned by Olive Owner');
  await expect(shared.filter({ hasText: 'To be edited' })).toContainText('You can edit');
  expect(await shownTitles(page, 'My maps')).toEqual(['Mine']);
  const actions = async (title: string) => {
    await page.getByRole('button', { name: `Actions for ${title}` }).click();
    const items = page.getByRole('menuitem');
    await expect(items.first()).toBeVisible();
    const words = await items.allTextContents();
    await page.keyboard.press('Escape');
    await expect(items).toHaveCount(0);
    return words;
  };
  expect(await actions('Only to look at')).toEqual(['Duplicate']);
  expect(await actions('To be edited')).toEqual(['Rename', 'Duplicate']);
  expect(await actions('Mine')).toEqual(['Rename', 'Duplicate', 'Delete']);
});

test('a map is told by its curve and its gaps, also after a change', async ({ page, app }) => {
  const id = await smallMap(app);
  await app.owner.expect('PATCH', `/api/maps/${id}`, { body: { title: 'With a picture' } });
  await page.goto(app.url);
  await expect(row(page, 'With a picture')).toContainText(/\d+ gaps?/);
  const curve = () => row(page, 'With a picture').locator('svg path').getAttribute('d');
  const before = await curve();
  expect(before).toMatch(/^M/);
  await page.getByRole('link', { name: 'With a picture' }).click();
  await page.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowDown');
  await expectSaved(page);
  await page.getByRole('link', { name: 'All maps' }).click();
  await expect.poll(curve).not.toBe(before);
});

test('the trash says how long a map can still be restored', async ({ page, app }) => {
  const id = await app.owner.createMap('Just deleted');
  await app.owner.expect('DELETE', `/api/maps/${id}`);
  await page.goto(`${app.url}/?trash`);
  await expect(row(page, 'Just deleted')).toContainText('30 days left');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`home, trash and their menus are accessible: ${colorScheme}`, async ({ browser, app }) => {
    await app.owner.createMap(`Looked at in ${colorScheme}`);
    const page = await ownPage(browser, app, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(app.url);
    await expect(page.getByRole('list', { name: 'My maps' })).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Trash' }).click();
    await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('the theme chosen by hand is there after a reload, before the first paint', async ({ page, app }) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('an import for which there is no network says so at once', async ({ page, context, app }) => {
  await page.goto(app.url);
  await expect(page.getByRole('button', { name: 'Import' }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByLabel('Files to import').setInputFiles(casePath('va-outpatient-check-in'));
  const dialog = page.getByRole('dialog', { name: 'This file was not imported' });
  await expect(dialog).toContainText('The server cannot be reached. Nothing was changed.');
  await context.setOffline(false);
});

test('on a phone nothing is cut off', async ({ browser, app }) => {
  await app.owner.createMap('A map with a title that is far too long to stand on the screen of a phone in one line');
  const page = await ownPage(browser, app, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto(app.url);
  await expect(page.getByRole('list', { name: 'My maps' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
