import { copyFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { type Cable, layCable } from '../support/cable.ts';
import { serveApp } from '../support/serveApp.ts';
import { expectAccessible } from './panelsAxe.ts';
import { makeMap, open, somebody } from './somebody.ts';
import { card, expect, expectSaved, test } from './support.ts';

/** A day without a network: nothing is lost, "Saved" never lies, and what happened is said in words. */

// The other tests do without, see playwright.config.ts.
test.use({ serviceWorkers: 'allow' });

const state = (page: Page) => page.getByRole('banner').getByRole('status');

/** Until then a reload without a network would find nothing; browsers keep the page when they have drawn it. */
async function expectKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while ((await caches.keys()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** Collects what the page says of saving, so that a "Saved" in between is not missed. */
async function watchSaving(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const look = () => {
      const words = document.querySelector('header [role="status"]')?.textContent ?? '';
      if (words !== said.at(-1)) said.push(words);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { saidOfSaving: said });
  });
  return () => page.evaluate(() => (window as unknown as { saidOfSaving: string[] }).saidOfSaving);
}

/** What the page has given its browser to keep is on the disk: who reads behind a writer waits for it. */
const expectWritten = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['updates', 'custom'], 'readonly');
          reading.objectStore('custom').count();
          reading.objectStore('updates').count();
          reading.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    }
  });

const titleOf = async (context: BrowserContext, url: string, id: string, words: string) => {
  const map = (await (await context.request.get(`${url}/api/maps/${id}`)).json()) as {
    touchpoints: { title: string }[];
  };
  return map.touchpoints.find(({ title }) => title.includes(words))?.title;
};

async function type(page: Page, before: string, words: string): Promise<void> {
  await card(page, before).dblclick();
  await page.getByLabel('Title of the touchpoint').press('End');
  await page.keyboard.type(words, { delay: 15 });
}

test('the network goes in the middle of typing, the page is loaded again without it, and nothing is lost', async ({
  browser,
  app,
}) => {
  const cable = await layCable(app.url);
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const page = await open(context, cable.url, id);
  await expectSaved(page);
  await expectKept(page);

  const said = await watchSaving(page);
  await type(page, 'Book engineer', ' before');
  await expectSaved(page);
  await cable.cut();
  const length = (await said()).length;
  await page.keyboard.type(' and after', { delay: 15 });
  await page.keyboard.press('Escape');
  // Typed at one go it is one edit, as it is one to undo.
  await expect(state(page)).toHaveText('Offline, 1 edit kept here');
  expect((await said()).slice(length)).not.toContain('Saved');

  await page.reload();
  await expect(card(page, 'Book engineer before and after')).toBeVisible();
  await expect(state(page)).toHaveText('Offline, 1 edit kept here');
  const saidAfter = await watchSaving(page);
  await type(page, 'Book engineer', ' it all');
  await page.keyboard.press('Escape');
  await expect(state(page)).toHaveText('Offline, 2 edits kept here');
  expect(await saidAfter()).not.toContain('Saved');
  expect(await titleOf(context, app.url, id, 'Book engineer')).toBe('Book engineer before');

  await cable.mend();
  await expectSaved(page);
  // The word is believed at once: what it promises is on the server by then.
  expect(await titleOf(context, app.url, id, 'Book engineer')).toBe('Book engineer before and after it all');
});

test('a browser that was restarted without a network shows its maps and what waits in them', async ({
  playwright,
  app,
}, testInfo) => {
  const cable = await layCable(app.url);
  const profile = await mkdtemp(join(tmpdir(), 'throughline-profile-'));
  const { launchOptions } = testInfo.project.use;
  const start = () => playwright.chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'en-GB' });
  try {
    const first = await start();
    const id = await makeMap(first, cable.url);
    const page = await open(first, cable.url, id);
    await expectSaved(page);
    await expectKept(page);
    await cable.cut();
    await page.getByRole('button', { name: 'Broadband: switching provider' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' 2');
    await page.keyboard.press('Escape');
    await expect(state(page)).toHaveText('Offline, 1 edit kept here');
    await expectWritten(page);
    await first.close();

    const second = await start();
    const again = await second.newPage();
    await again.goto(cable.url);
    await expect(again.getByRole('heading', { name: 'The maps cannot be shown' })).toBeVisible();
    const map = again.getByRole('listitem').filter({ hasText: 'Broadband: switching provider 2' });
    await expect(map).toContainText('1 edit waits');
    await expectAccessible(again);
    await map.getByRole('link').click();
    await expect(state(again)).toHaveText('Offline, 1 edit kept here');
    await cable.mend();
    await expectSaved(again);
    await again.goto(cable.url);
    await expect(again.getByText('Broadband: switching provider 2')).toBeVisible();
    await second.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

test('two tabs of one person keep their edits apart and both come home', async ({ browser, app }) => {
  const cable = await layCable(app.url);
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const [one, two] = [await open(context, cable.url, id), await open(context, cable.url, id)];
  await expectSaved(one);
  await expectSaved(two);
  await expectKept(one);
  await cable.cut();
  await type(one, 'Book engineer', ' 1');
  await one.keyboard.press('Escape');
  await type(two, 'First bill', ' 22');
  await two.keyboard.press('Escape');
  await expect(state(one)).toHaveText('Offline, 1 edit kept here');
  await expect(state(two)).toHaveText('Offline, 1 edit kept here');
  await expectWritten(two);
  await two.close();
  await one.reload();
  await expect(state(one)).toHaveText('Offline, 2 edits kept here');
  await expect(card(one, 'Book engineer 1')).toBeVisible();
  await expect(card(one, 'First bill 22')).toBeVisible();
  await cable.mend();
  await expectSaved(one);
  expect(await titleOf(context, app.url, id, 'Book engineer')).toBe('Book engineer 1');
  expect(await titleOf(context, app.url, id, 'First bill')).toBe('First bill 22');
  await one.reload();
  await expectSaved(one);
});

test('a map that is gone is told apart from a network that is gone', async ({ browser, app }) => {
  const cable = await layCable(app.url);
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const page = await open(context, cable.url, id);
  await expectSaved(page);
  await cutAndSay(cable, page);
  await context.request.delete(`${app.url}/api/maps/${id}`);
  await cable.mend();
  await expect(page.getByRole('heading', { name: 'This map is in the trash' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore the map' }).click();
  await expectSaved(page);

  await cutAndSay(cable, page);
  await context.request.delete(`${app.url}/api/maps/${id}`);
  await context.request.delete(`${app.url}/api/trash/${id}`);
  await cable.mend();
  await expect(page.getByRole('heading', { name: 'Your access to this map has ended' })).toBeVisible();
  await expect(page.getByText('or it was deleted for good')).toBeVisible();
  await expectAccessible(page);
});

test('a map kept for somebody who is signed out is not shown to whoever sits here then', async ({ browser, app }) => {
  const cable = await layCable(app.url);
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const page = await open(context, cable.url, id);
  await expectSaved(page);
  await expectKept(page);
  await context.clearCookies();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expect(card(page, 'Book engineer')).toHaveCount(0);
  await expectAccessible(page);
  await cable.cut();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The server cannot be reached' })).toBeVisible();
  await expect(card(page, 'Book engineer')).toHaveCount(0);
});

async function cutAndSay(cable: Cable, page: Page): Promise<void> {
  await cable.cut();
  await expect(state(page)).toHaveText('Offline');
}

test('nothing of the interface and no share link is ever kept by the page', async ({ browser, app }) => {
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const page = await open(context, app.url, id);
  await expectKept(page);
  await page.reload();
  await expectSaved(page);
  await page.goto(`${app.url}/join/not-a-token`);
  await page.goto(`${app.url}/m/${id}`);
  await expectSaved(page);
  const kept = await page.evaluate(async () => {
    const caching = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(caching)).flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter((path) => !/^\/(assets\/[^/]+|theme\.js|favicon\.svg)?$/.test(path))).toEqual([]);
});

test('a page that was left open says when the server has a newer one, and loads it', async ({ browser }) => {
  const program = await copyOfTheBuild();
  const app = await serveApp({}, join(program, 'dist/server/main.js'));
  try {
    const context = await somebody(browser);
    const id = await makeMap(context, app.url);
    const page = await open(context, app.url, id);
    await expectSaved(page);
    await expectKept(page);
    const notice = page.getByRole('button', { name: 'Load the new version' });
    await app.stop();
    const asked = page.waitForResponse((response) => response.url() === `${app.url}/`);
    await app.start();
    await expectSaved(page);
    // The same version after a restart is nothing to speak of.
    await (await asked).finished();
    await expect(notice).toHaveCount(0);

    await app.stop();
    const entry = await becomeNewer(join(program, 'dist/client'));
    await app.start();
    await expect(notice).toBeVisible();
    await expectAccessible(page);
    await notice.click();
    await expectSaved(page);
    expect(await page.evaluate(() => document.querySelector('script[type="module"]')?.getAttribute('src'))).toBe(entry);
  } finally {
    await app.dispose();
    await rm(program, { recursive: true, force: true });
  }
});

/** The built program in a folder of its own, where it can become another version. */
async function copyOfTheBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-program-'));
  await cp('dist', join(folder, 'dist'), { recursive: true });
  await copyFile('package.json', join(folder, 'package.json'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** What a new build does to the page: its first file has another name, and the document asks for that one. */
async function becomeNewer(folder: string): Promise<string> {
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  const before = /<script[^>]+type="module"[^>]+src="\/assets\/([^"]+)"/.exec(html)?.[1];
  if (!before) throw new Error('The page has no first file');
  const after = `newer-${before}`;
  const assets = join(folder, 'assets');
  for (const name of await readdir(assets)) {
    if (name.startsWith(before)) await copyFile(join(assets, name), join(assets, name.replace(before, after)));
  }
  await writeFile(page, html.replace(before, after));
  for (const packed of ['br', 'gz']) await rm(`${page}.${packed}`, { force: true });
  return `/assets/${after}`;
}

test('a view whose code did not come at first comes when the network is back', async ({ browser, app }) => {
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const page = await context.newPage();
  let asked = 0;
  await page.route(/\/assets\/OutlineView-.*\.js$/, (route) => (asked++ === 0 ? route.abort() : route.continue()));
  await page.goto(`${app.url}/m/${id}`);
  await expectSaved(page);
  await page.getByRole('button', { name: 'Outline' }).click();
  await expect(page.getByRole('heading', { name: 'Outline' })).toBeVisible();
  expect(asked).toBeGreaterThan(1);
});
