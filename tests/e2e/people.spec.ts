import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { serveApp } from '../support/serveApp.ts';
import { newGuest } from '../support/visitor.ts';
import { smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { type App, card, expect, expectSaved, newPerson, openMap, readServed, test } from './support.ts';

/** Guests: how one comes to a map by a link, is asked for a name once, and is that person from then on. */

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Somebody who was never here, at a link. */
async function atLink(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(url);
  return page;
}

const asked = (page: Page) => page.getByRole('region', { name: 'Who are you?' });

/** Not now and not a moment later: the card has code of its own to load. */
async function expectLeftAlone(page: Page): Promise<void> {
  await page.waitForTimeout(700);
  await expect(asked(page)).toHaveCount(0);
}

const linkTo = async (app: App, id: string, role: 'viewer' | 'commenter' | 'editor' = 'editor') =>
  (await app.owner.link(id, role)).url;

test('on a phone: a link, a name, and the first edit within three taps; never asked again', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const page = await atLink(browser, await linkTo(app, id), PHONE);
  // The secret of the link is gone from the address bar; on a phone the map begins as an outline.
  await page.waitForURL(`${app.url}/m/${id}#outline`);
  await expect(asked(page)).toBeVisible();
  let taps = 0;

  await page.keyboard.type('Jo from Field');
  await asked(page).getByRole('button', { name: 'Join' }).tap();
  taps++;
  await expect(asked(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Shows plans', exact: true }).tap();
  taps++;
  await page.getByLabel('Title of the touchpoint').fill('Shows all plans');
  await page.keyboard.press('Enter');
  await expectSaved(page);
  expect(taps).toBeLessThanOrEqual(3);
  expect((await readServed(app, id)).touchpoints.map((touchpoint) => touchpoint.title)).toContain('Shows all plans');

  await page.reload();
  await expect(page.getByRole('button', { name: 'Shows all plans', exact: true })).toBeVisible();
  await expectSaved(page);
  await expectLeftAlone(page);
  await page.goto(await linkTo(app, await smallMap(app)));
  await expectSaved(page);
  await expectLeftAlone(page);
});

test('the others see the name and the colour that were chosen; the way back does not lead to the link', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const other = await openMap(browser, app, id);
  const page = await atLink(browser, 'about:blank');
  await page.goto(await linkTo(app, id));
  await asked(page).getByRole('button', { name: 'Green' }).click();
  await asked(page).getByLabel('Your name').fill('Jo from Field');
  await page.keyboard.press('Enter');
  await expect(other.getByRole('button', { name: /Jo from Field/ })).toBeVisible();
  await card(page, 'Shows plans').click();
  await expect(other.getByTestId('others').getByText('Jo from Field').first()).toBeVisible();
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('who would rather stay a guest is left alone from then on', async ({ browser, app }) => {
  const page = await atLink(browser, await linkTo(app, await smallMap(app)));
  await expect(asked(page).getByLabel('Your name')).toBeFocused();
  // A page that comes before the server has written it down would be told what was.
  const noted = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.keyboard.press('Escape');
  await expect(asked(page)).toHaveCount(0);
  await noted;
  await page.reload();
  await expectSaved(page);
  await expectLeftAlone(page);
});

test('nobody is asked on a map of their own, and who only looks is not asked either', async ({ browser, app }) => {
  const page = await atLink(browser, app.url);
  await page.getByRole('button', { name: 'New map' }).click();
  await expectSaved(page);
  await expectLeftAlone(page);

  const id = await smallMap(app);
  const viewer = await atLink(browser, await linkTo(app, id, 'viewer'));
  await viewer.goto(`${app.url}/m/${id}?map`);
  await expect(viewer.getByRole('region', { name: 'Map' })).toBeVisible();
  await expect(viewer.getByText('Shows plans').first()).toBeVisible();
  await expectLeftAlone(viewer);
});

test('a name changed in one tab is there in the others', async ({ browser, app }) => {
  const page = await newPerson(browser, app);
  await page.goto(`${app.url}/account`);
  const tab = await page.context().newPage();
  await tab.goto(app.url);
  await expect(tab.getByRole('button', { name: /^You are Person/ })).toBeVisible();
  await page.getByLabel('Your name').fill('Robin');
  await page.keyboard.press('Enter');
  await expect(tab.getByRole('button', { name: 'You are Robin' })).toBeVisible();
});

test.describe('a link that does not let in', () => {
  const says = async (page: Page, heading: string) => {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    return page.getByRole('main');
  };

  test('is unknown, switched off or deleted: the page says which, and whom to ask', async ({ browser, app }) => {
    const owner = await newGuest(app.url);
    await owner.expect('PATCH', '/api/me', { body: { name: 'Olive Owner' } });
    const map = await owner.createMap();
    const unknown = await atLink(browser, `${app.url}/join/${'a'.repeat(32)}`);
    await says(unknown, 'This link does not work');
    await expect(unknown.getByRole('main')).not.toContainText('Olive Owner');

    const off = await owner.link(map, 'editor');
    await owner.expect('PATCH', `/api/maps/${map}/links/${off.id}`, { body: { enabled: false } });
    const switchedOff = await atLink(browser, off.url);
    await expect(await says(switchedOff, 'This link was switched off')).toContainText('Olive Owner');

    const gone = await owner.link(map, 'editor');
    await owner.expect('DELETE', `/api/maps/${map}/links/${gone.id}`);
    await expect((await atLink(browser, gone.url)).getByRole('heading', { name: /This link/ })).toBeVisible();

    // Switched on again, it works for whoever tries once more.
    await owner.expect('PATCH', `/api/maps/${map}/links/${off.id}`, { body: { enabled: true } });
    await switchedOff.reload();
    await switchedOff.waitForURL(`${app.url}/m/${map}`);
  });

  test('has expired', async ({ browser, app }) => {
    const id = await smallMap(app);
    const expiresAt = new Date(Date.now() + 1_000).toISOString();
    const { url } = await app.owner.link(id, 'editor', { expiresAt });
    await expect(async () => {
      const page = await atLink(browser, url);
      await expect(page.getByRole('heading', { name: 'This link has expired' })).toBeVisible({ timeout: 5_000 });
      await page.context().close();
    }).toPass();
  });

  test('has been guessed at too often: right ones wait too, and it is said for how long', async ({ browser }) => {
    const app = await serveApp();
    try {
      const guesser = await newGuest(app.url);
      for (let attempt = 0; attempt < 25; attempt++) {
        await guesser.request('POST', `/api/join/${String(attempt).padStart(32, 'x')}`, { body: {} });
      }
      const page = await atLink(browser, `${app.url}/join/${'c'.repeat(32)}`);
      await expect(await says(page, 'Too many attempts')).toContainText(/again in \d+ seconds?/);
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    } finally {
      await app.dispose();
    }
  });

  test('asks for its password, says when it is wrong, and opens the map with the right one', async ({
    browser,
    app,
  }) => {
    const id = await smallMap(app);
    const { url } = await app.owner.link(id, 'editor', { password: 'sesame' });
    const page = await atLink(browser, 'about:blank');
    await page.goto(url);
    await expect(page.getByLabel('Password of the link')).toBeFocused();
    await page.keyboard.type('open');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(/password/i);
    await page.getByLabel('Password of the link').fill('sesame');
    await page.getByRole('button', { name: 'Open the map' }).click();
    await page.waitForURL(`${app.url}/m/${id}`);
    await expect(asked(page)).toBeVisible();
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing where one comes in by a link, ${colorScheme}`, async ({ browser, app }) => {
    const id = await smallMap(app);
    const { url } = await app.owner.link(id, 'editor', { password: 'sesame' });
    const page = await atLink(browser, url, { colorScheme, reducedMotion: 'reduce' });
    await page.getByLabel('Password of the link').fill('wrong');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Password of the link').fill('sesame');
    await page.keyboard.press('Enter');
    await expect(asked(page)).toBeVisible();
    await expectAccessible(page, 'main section');
    await page.goto(`${app.url}/join/${'b'.repeat(32)}`);
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await expectAccessible(page);
  });
}
