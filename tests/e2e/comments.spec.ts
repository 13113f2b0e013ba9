import { cp, rename, rm } from 'node:fs/promises';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import type { MapJson } from '../../shared/model/presentMap.ts';
import type { LinkRole } from '../../shared/protocol/roles.ts';
import { startThread } from '../../shared/talk/commands/startThread.ts';
import { runTalk } from '../../shared/talk/commands/talkCommand.ts';
import { talkOf } from '../../shared/talk/talkId.ts';
import { serveApp } from '../support/serveApp.ts';
import { expectAccessible } from './panelsAxe.ts';
import { gate, makeLink, makeMap, open, somebody } from './somebody.ts';
import { card, stepHeader, test } from './support.ts';

/** What people say to each other about a map. */

const ana = { name: 'Ana Ruiz', color: '#2668c9' };
const ben = { name: 'Ben Okoro', color: '#b4531f' };

const tab = (page: Page) => page.getByRole('tab', { name: /^Comments/ });
const thread = (page: Page, text: string | RegExp) => page.locator('[data-thread]').filter({ hasText: text });
const pin = (page: Page, words: RegExp) =>
  page.getByRole('region', { name: 'Map' }).getByRole('button', { name: words });

async function person(browser: Browser, url: string, who: typeof ana, options?: Parameters<typeof somebody>[1]) {
  const context = await somebody(browser, options);
  await context.request.get(`${url}/api/me`);
  const named = await context.request.patch(`${url}/api/me`, { data: who, headers: { origin: url } });
  expect(named.ok()).toBe(true);
  return context;
}

/** Ana with a map of hers, and Ben with a link to it. */
async function anaAndBen(browser: Browser, url: string, role: LinkRole, options?: Parameters<typeof somebody>[1]) {
  const owner = await person(browser, url, ana);
  const map = await makeMap(owner, url);
  const link = await makeLink(owner, url, map, role);
  const guest = await person(browser, url, ben, options);
  await guest.request.get(link.url);
  return { owner, guest, map };
}

async function openEditor(context: BrowserContext, url: string, map: string): Promise<Page> {
  const page = await context.newPage();
  // Who may only look is led to the executive view; the map itself is one step further.
  await page.goto(`${url}/m/${map}?map`);
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  return page;
}

/** Writes on what is selected and waits until the server has stamped it. */
async function comment(page: Page, text: string): Promise<void> {
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: /^Comment on/ })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(thread(page, text).getByRole('time').first()).toBeVisible();
}

test('two people talk: mention, reply, resolve, reopen, delete and take it back', async ({ browser, app }) => {
  const { owner, guest, map } = await anaAndBen(browser, app.url, 'commenter');
  const [here, there] = [await open(owner, app.url, map), await openEditor(guest, app.url, map)];

  await card(here, 'Order confirmed').click();
  await here.keyboard.press('c');
  await here.keyboard.type('Who checks this? @be');
  await expect(here.getByRole('option', { name: 'Ben Okoro' })).toBeVisible();
  await here.keyboard.press('Enter');
  await here.keyboard.type('see https://example.com/prices');
  await here.keyboard.press('Enter');
  const begun = thread(here, 'Who checks this?');
  await expect(begun.getByText('@Ben Okoro', { exact: true })).toBeVisible();
  const address = begun.getByRole('link', { name: 'https://example.com/prices' });
  await expect(address).toHaveAttribute('rel', 'noopener noreferrer');

  // The other sees the count on the tab and the call on the pin, and comes to the thread by the pin.
  await expect(tab(there)).toContainText('1 unread');
  await pin(there, /^1 comment, 1 unread, you are mentioned$/).click();
  const theirs = thread(there, 'Who checks this?');
  await expect(theirs.getByRole('textbox', { name: 'Reply' })).toBeVisible();
  await expect(theirs).toContainText('Ana Ruiz');
  await expect(tab(there)).not.toContainText('unread');
  await theirs.getByRole('textbox', { name: 'Reply' }).fill('I do.');
  await there.keyboard.press('Enter');
  await expect(begun).toContainText('I do.');
  await expect(begun).toContainText('Ben Okoro');

  // Each has the menu of their own comments only.
  await expect(theirs.getByRole('button', { name: 'Actions for your comment' })).toHaveCount(1);
  await theirs.getByRole('button', { name: 'Actions for your comment' }).click();
  await there.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(begun).toContainText('A comment was deleted by who wrote it.');
  await there.getByRole('button', { name: 'Undo' }).last().click();
  await expect(begun).toContainText('I do.');
  await theirs.getByRole('button', { name: 'Actions for your comment' }).click();
  await there.getByRole('menuitem', { name: 'Edit' }).click();
  await there.keyboard.type(' Every Monday.');
  await there.keyboard.press('Enter');
  await expect(begun).toContainText('I do. Every Monday.');
  await expect(begun).toContainText('edited');

  await theirs.getByRole('button', { name: 'Resolve' }).click();
  await expect(here.getByRole('list', { name: 'Resolved threads' })).toContainText('Resolved by Ben Okoro');
  await expect(pin(here, /comments?/)).toHaveCount(0);
  await begun.getByRole('button', { name: 'Reopen' }).click();
  await expect(there.getByRole('list', { name: 'Open threads' })).toContainText('Who checks this?');
  await expect(pin(there, /^2 comments/)).toHaveCount(1);
});

test('what was read stays read, in every browser of the same person', async ({ browser, app }) => {
  const { owner, guest, map } = await anaAndBen(browser, app.url, 'commenter');
  const here = await open(owner, app.url, map);
  await card(here, 'Order confirmed').click();
  await comment(here, 'First');
  await stepHeader(here, 'Orders online').click();
  await comment(here, 'Second');
  const there = await openEditor(guest, app.url, map);
  await expect(tab(there)).toContainText('2 unread');
  await tab(there).click();
  const told = there.waitForResponse(/\/read$/);
  await thread(there, 'First').getByRole('button', { expanded: false }).click();
  await expect(tab(there)).toContainText('1 unread');
  await told;
  await there.reload();
  await expect(tab(there)).toContainText('1 unread');
  // A phone of theirs, with the same session.
  const phone = await somebody(browser, { storageState: await guest.storageState() });
  const second = await openEditor(phone, app.url, map);
  await expect(tab(second)).toContainText('1 unread');
  await tab(second).click();
  await Promise.all([
    second.waitForResponse(/\/read$/),
    second.getByRole('button', { name: 'Mark all as read' }).click(),
  ]);
  await expect(tab(second)).not.toContainText('unread');
  await there.reload();
  await tab(there).click();
  await expect(thread(there, 'Second')).toBeVisible();
  await expect(tab(there)).not.toContainText('unread');
});

test('a commenter can comment and nothing else; a viewer can read', async ({ browser, app }) => {
  const { owner, guest, map } = await anaAndBen(browser, app.url, 'commenter');
  const page = await openEditor(guest, app.url, map);
  await card(page, 'Order confirmed').click();
  await comment(page, 'From a commenter');
  const tools = page.getByRole('toolbar', { name: 'Tools' }).getByRole('button');
  await expect(tools).toHaveCount(1);
  await expect(tools).toHaveAccessibleName('Comment');
  await card(page, 'Order confirmed').click();
  await page.keyboard.press('Delete');
  await expect(card(page, 'Order confirmed')).toBeVisible();

  const looker = await person(browser, app.url, { name: 'Vic', color: '#7a5ad6' });
  await looker.request.get((await makeLink(owner, app.url, map, 'viewer')).url);
  const viewer = await openEditor(looker, app.url, map);
  await tab(viewer).click();
  await thread(viewer, 'From a commenter').getByRole('button', { expanded: false }).click();
  await expect(thread(viewer, 'From a commenter')).toContainText('Ben Okoro');
  const panel = viewer.getByRole('tabpanel');
  await expect(panel.getByRole('textbox')).toHaveCount(0);
  await expect(panel.getByRole('button', { name: /Comment on|Resolve|Reply|Actions/ })).toHaveCount(0);
  await viewer.keyboard.press('c');
  await expect(panel.getByRole('textbox')).toHaveCount(0);
});

test('a comment leads to its place, and stays readable when that is gone', async ({ browser, app }) => {
  const owner = await person(browser, app.url, ana);
  const map = await makeMap(owner, app.url);
  const page = await open(owner, app.url, map);
  await card(page, 'Order confirmed').click();
  await comment(page, 'About a card');
  await page.getByRole('region', { name: 'Map' }).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await thread(page, 'About a card').getByRole('button', { name: 'Go to Order confirmed' }).click();
  await expect(card(page, 'Order confirmed')).toHaveAttribute('data-selected', 'true');
  await card(page, 'Order confirmed').focus();
  await page.keyboard.press('Delete');
  await expect(thread(page, 'About a card')).toContainText('Order confirmed is no longer on the map');
  await expect(thread(page, 'About a card')).toContainText('About a card');
});

test('what is written without a network is kept over a reload and arrives later', async ({ browser, app }) => {
  const { owner, guest, map } = await anaAndBen(browser, app.url, 'commenter');
  const [here, there] = [await open(owner, app.url, map), await openEditor(guest, app.url, map)];
  await card(there, 'Order confirmed').click();
  await comment(there, 'Before');
  await guest.setOffline(true);
  await there.getByRole('textbox', { name: 'Reply' }).fill('In a tunnel');
  await there.keyboard.press('Enter');
  await expect(thread(there, 'In a tunnel')).toContainText('Kept here, and sent when the server can be reached');
  await tab(here).click();
  await thread(here, 'Before').getByRole('button', { expanded: false }).click();
  await expect(thread(here, 'Before')).not.toContainText('In a tunnel');
  // The page is closed meanwhile, and comes back with a network.
  await there.close();
  await guest.setOffline(false);
  const again = await openEditor(guest, app.url, map);
  await expect(thread(here, 'Before')).toContainText('In a tunnel');
  await tab(again).click();
  await thread(again, 'Before').getByRole('button', { expanded: false }).click();
  await expect(thread(again, 'In a tunnel')).not.toContainText('Kept here');
});

test('who writes before the page knows who they are goes on when it does', async ({ browser, app }) => {
  const owner = await person(browser, app.url, ana);
  const page = await owner.newPage();
  const answers = gate();
  await page.route('**/api/me', async (route) => {
    await answers.opened;
    await route.continue();
  });
  await page.goto(`${app.url}/m/${await makeMap(owner, app.url)}`);
  await card(page, 'Order confirmed').click();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: /^Comment on/ })).toBeFocused();
  await page.keyboard.type('First words');
  answers.open();
  await expect(page.getByRole('button', { name: `You are ${ana.name}` })).toBeVisible();
  await page.keyboard.type(' and the last');
  await page.keyboard.press('Enter');
  await expect(thread(page, 'First words and the last')).toContainText(ana.name);
});

test('everything works from the keyboard, and letters never fall through to the map', async ({ browser, app }) => {
  const owner = await person(browser, app.url, ana);
  const map = await makeMap(owner, app.url);
  const page = await open(owner, app.url, map);
  await card(page, 'Order confirmed').click();
  await comment(page, 'One');
  // The next letters are the answer, not commands: S would add a step.
  await page.keyboard.type('sss');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('sss');
  await page.keyboard.press('Enter');
  await expect(thread(page, 'One')).toContainText('sss');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Actions for your comment' }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('s');
  await expect(thread(page, 'One')).toContainText('A comment was deleted by who wrote it.');
  await page.getByRole('button', { name: 'Resolve' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible();
  await page.keyboard.type('s');
  const steps = ((await (await owner.request.get(`${app.url}/api/maps/${map}`)).json()) as MapJson).steps;
  expect(steps.filter(({ title }) => title === '')).toEqual([]);
});

test('on a phone the comments come up from below, and a place is shown behind them', async ({ browser, app }) => {
  const { owner, guest, map } = await anaAndBen(browser, app.url, 'commenter', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const here = await open(owner, app.url, map);
  await card(here, 'TV and search').click();
  await comment(here, 'Is this still on?');
  const phone = await guest.newPage();
  await phone.goto(`${app.url}/m/${map}`);
  const outline = phone.getByRole('region', { name: 'Outline' });
  await outline.getByRole('button', { name: /1 unread/ }).tap();
  const sheet = phone.getByRole('dialog', { name: /comments/ });
  await expect(sheet).toContainText('Is this still on?');
  await sheet.getByRole('textbox', { name: 'Reply' }).fill('Until June.');
  await sheet.getByRole('button', { name: 'Reply', exact: true }).tap();
  await expect(thread(here, 'Is this still on?')).toContainText('Until June.');
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await sheet.getByRole('button', { name: /^Go to TV and search/ }).tap();
  await expect(sheet).toHaveCount(0);
  // Tab leads from the line to what is said about it.
  const line = outline.getByRole('button', { name: 'TV and search campaign', exact: true });
  await expect(line).toBeInViewport();
  await line.focus();
  await expect(outline.getByRole('button', { name: /^2 comments/ })).toHaveAttribute('tabindex', '0');
  // Every line can be commented on, and nothing can be changed.
  await outline.getByRole('button', { name: 'Actions for Order confirmed' }).tap();
  await expect(phone.getByRole('menuitem')).toHaveText([/^Details/, /^Comment/]);
  await phone.getByRole('menuitem', { name: 'Comment' }).tap();
  await sheet.getByRole('textbox', { name: 'Comment on Order confirmed' }).fill('By whom?');
  await sheet.getByRole('button', { name: 'Comment', exact: true }).tap();
  await expect(thread(here, 'By whom?')).toContainText('Order confirmed');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`threads, the form and the pins are accessible: ${colorScheme}`, async ({ browser, app }) => {
    const owner = await person(browser, app.url, ana, {
      viewport: { width: 1440, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const map = await makeMap(owner, app.url);
    const page = await open(owner, app.url, map);
    await card(page, 'Order confirmed').click();
    await comment(page, `See https://example.com, @${ana.name}`);
    await expectAccessible(page, 'aside');
    await expectAccessible(page, 'main');
    await thread(page, 'See').getByRole('button', { name: 'Resolve' }).click();
    await expectAccessible(page, 'aside');
    await thread(page, 'See').getByRole('button', { name: 'Fold this thread' }).click();
    await card(page, 'Status line').click();
    await page.keyboard.press('c');
    await page.keyboard.type('And @');
    await expect(page.getByRole('option', { name: ana.name })).toBeVisible();
    await expectAccessible(page, 'aside');
  });
}

/** Writes many threads at once, as somebody's other page would. */
async function writeThreads(context: BrowserContext, url: string, map: string, count: number): Promise<void> {
  const { touchpoints } = (await (await context.request.get(`${url}/api/maps/${map}`)).json()) as MapJson;
  const cookie = (await context.cookies(url)).map(({ name, value }) => `${name}=${value}`).join('; ');
  class WithCookies extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, talkOf(map), doc, {
    // The `ws` client does what the browser's does as far as y-websocket uses it.
    WebSocketPolyfill: WithCookies as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  for (const type of [101, 102, 103]) provider.messageHandlers[type] = () => {};
  await expect.poll(() => provider.synced).toBe(true);
  doc.transact(() => {
    for (let i = 0; i < count; i++) {
      const { id } = touchpoints[i % touchpoints.length] as MapJson['touchpoints'][number];
      const input = { thread: idOf<'thread'>(`t${i}`), comment: idOf<'comment'>(`c${i}`), mentions: [] };
      runTalk(doc, startThread, { ...input, on: { kind: 'touchpoint', id }, text: `Remark number ${i}` }, 'page');
    }
  });
  await expect.poll(() => doc.getMap('stamps').size).toBe(count);
  provider.destroy();
}

test('five hundred threads: the list and the map hold what is looked at, and writing goes on', async ({
  browser,
  app,
}) => {
  const { owner, guest, map } = await anaAndBen(browser, app.url, 'commenter');
  await writeThreads(owner, app.url, map, 500);
  const page = await openEditor(guest, app.url, map);
  await expect(tab(page)).toContainText('99+');
  await tab(page).click();
  const rows = page.locator('[data-thread]');
  await expect(rows).toHaveCount(60);
  // One pin a place, however much is said there.
  const cards = await page.locator('[aria-roledescription="touchpoint"]').count();
  expect(await pin(page, /comments/).count()).toBeLessThanOrEqual(cards);
  await card(page, 'Order confirmed').click();
  await comment(page, 'One more');
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(rows).toHaveCount(501);
});

test('a server that comes back without what it had passed on gets it again from who wrote it', async ({ browser }) => {
  const app = await serveApp();
  const { owner, guest, map } = await anaAndBen(browser, app.url, 'commenter');
  const [here, there] = [await open(owner, app.url, map), await openEditor(guest, app.url, map)];
  await card(here, 'Order confirmed').click();
  await comment(here, 'In the backup');
  await app.stop();
  const backup = `${app.dataDir}-backup`;
  await cp(app.dataDir, backup, { recursive: true });
  await app.start();
  await card(here, 'Status line').click();
  await comment(here, 'Said since');
  await tab(there).click();
  await thread(there, 'Said since').getByRole('button', { expanded: false }).click();
  await there.getByRole('textbox', { name: 'Reply' }).fill('And answered');
  await there.keyboard.press('Enter');
  await expect(thread(here, 'And answered')).toBeVisible();

  // Both pages now hold stamps that the server has never made, as far as it knows.
  await app.stop();
  await rm(app.dataDir, { recursive: true });
  await rename(backup, app.dataDir);
  await app.start();
  await expect(async () => {
    const fresh = await openEditor(guest, app.url, map);
    await tab(fresh).click();
    await expect(thread(fresh, 'In the backup')).toBeVisible({ timeout: 10_000 });
    // Whichever of the two pages comes back first begins the thread anew; folded, it shows that page's comment alone.
    await thread(fresh, /Said since|And answered/)
      .getByRole('button', { expanded: false })
      .click({ timeout: 10_000 });
    await expect(thread(fresh, 'And answered')).toContainText('Ana Ruiz', { timeout: 10_000 });
    await expect(thread(fresh, 'And answered')).toContainText('Said since', { timeout: 10_000 });
    await fresh.close();
  }).toPass();
  await app.dispose();
});
