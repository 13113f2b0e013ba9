import type { BrowserContext, Page } from '@playwright/test';
import type { Me } from '../../shared/protocol/access.ts';
import { layCable } from '../support/cable.ts';
import { expectAccessible } from './panelsAxe.ts';
import { guestBy, makeLink, makeMap, open, somebody } from './somebody.ts';
import { card, expect, expectSaved, test } from './support.ts';

/** Several people use one browser, one after the other: nobody sends what somebody else wrote. */

const PASSWORD = 'correct horse battery';

async function signUp(context: BrowserContext, url: string, name: string): Promise<Me> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.com`;
  const headers = { origin: url };
  const data = { name, email, password: PASSWORD };
  const signedUp = await context.request.post(`${url}/api/auth/sign-up/email`, { data, headers });
  expect(signedUp.ok()).toBe(true);
  return (await signedUp.json()) as Me;
}

const state = (page: Page) => page.getByRole('banner').getByRole('status');

async function titles(context: BrowserContext, url: string, id: string): Promise<readonly string[]> {
  const map = (await (await context.request.get(`${url}/api/maps/${id}`)).json()) as {
    touchpoints: { title: string }[];
  };
  return map.touchpoints.map(({ title }) => title);
}

async function retitle(page: Page, from: string, to: string): Promise<void> {
  await card(page, from).dblclick();
  await page.getByLabel('Title of the touchpoint').fill(to);
  await page.keyboard.press('Escape');
}

test('what one person wrote without a network waits for them, and does not go up under the next name', async ({
  browser,
  app,
}) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const link = await makeLink(owner, app.url, id, 'editor');
  const cable = await layCable(app.url);
  const page = await guestBy(browser, { url: link.url.replace(app.url, cable.url) });
  const context = page.context();
  await expectSaved(page);
  const thread = (where: Page) => where.locator('[data-thread]').filter({ hasText: 'Asked by the first' });
  await page.getByRole('tab', { name: /^Comments/ }).click();
  await expect(page.getByText('No comments yet').first()).toBeVisible();
  await cable.cut();
  await card(page, 'Order confirmed').click();
  await page.keyboard.press('c');
  await page.keyboard.type('Asked by the first');
  await page.keyboard.press('Enter');
  await expect(thread(page)).toBeVisible();
  await retitle(page, 'Book engineer', 'By the first');
  await expect(state(page)).toContainText('kept here');
  const first = await context.cookies();

  // The next one sits down: another session, with the same map.
  await context.clearCookies();
  await signUp(context, app.url, 'Nina');
  await context.request.get(link.url);
  await cable.mend();
  await expectSaved(page);
  await expect(card(page, 'Book engineer')).toBeVisible();
  await expect(card(page, 'By the first')).toHaveCount(0);
  await expect(thread(page)).toHaveCount(0);
  await retitle(page, 'First bill', 'By the next');
  await expectSaved(page);
  expect(await titles(owner, app.url, id)).toEqual(expect.arrayContaining(['Book engineer', 'By the next']));
  const nobodysYet = await open(owner, app.url, id);
  await nobodysYet.getByRole('tab', { name: /^Comments/ }).click();
  await expectSaved(nobodysYet);
  await expect(thread(nobodysYet)).toHaveCount(0);

  // And the first one comes back.
  await context.clearCookies();
  await context.addCookies(first);
  await page.reload();
  await expect(card(page, 'By the first')).toBeVisible();
  await expectSaved(page);
  expect(await titles(owner, app.url, id)).toEqual(expect.arrayContaining(['By the first', 'By the next']));
  // Under the name of who wrote it.
  await expect(thread(nobodysYet)).toContainText('Gina Guest');
});

test('what a guest wrote without a network goes with them into the account they sign in to', async ({
  browser,
  app,
}) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const elsewhere = await somebody(browser);
  const account = await signUp(elsewhere, app.url, 'Ada');
  await makeMap(elsewhere, app.url);
  const cable = await layCable(app.url);
  const link = await makeLink(owner, app.url, id, 'editor');
  const page = await guestBy(browser, { url: link.url.replace(app.url, cable.url) });
  await expectSaved(page);
  await cable.cut();
  await retitle(page, 'Book engineer', 'By the guest');
  await expect(state(page)).toContainText('kept here');
  const signedIn = await page.context().request.post(`${app.url}/api/auth/sign-in/email`, {
    data: { email: account.email, password: PASSWORD },
    headers: { origin: app.url },
  });
  expect(signedIn.ok()).toBe(true);
  await cable.mend();
  await expect.poll(() => titles(owner, app.url, id)).toContain('By the guest');
  await expectSaved(page);
  await expect(page.getByRole('button', { name: /Ada/ }).first()).toBeVisible();
  await page.reload();
  await expectSaved(page);
  await expect(card(page, 'By the guest')).toBeVisible();
});

test('edits that were not taken can be put on the map when the right is back', async ({ browser, app }) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const link = await makeLink(owner, app.url, id, 'editor');
  const change = (role: string) =>
    owner.request.patch(`${app.url}/api/maps/${id}/links/${link.id}`, { data: { role }, headers: { origin: app.url } });
  const cable = await layCable(app.url);
  const page = await guestBy(browser, { url: link.url.replace(app.url, cable.url) });
  await expectSaved(page);
  await cable.cut();
  await retitle(page, 'Book engineer', 'Only here');
  await expect(state(page)).toContainText('kept here');
  await change('viewer');
  await cable.mend();
  const aside = page.getByRole('region', { name: 'Edits that were not taken' });
  await expect(aside).toContainText('They are kept in this browser.');
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await aside.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await (await download).createReadStream()).toArray();
  expect(Buffer.concat(file as Buffer[]).toString()).toContain('"Only here"');
  await expect(aside.getByRole('button', { name: 'Put them on the map' })).toHaveCount(0);

  await change('editor');
  await aside.getByRole('button', { name: 'Put them on the map' }).click();
  await expect(card(page, 'Only here')).toBeVisible();
  await expect(aside).toHaveCount(0);
  await expectSaved(page);
  expect(await titles(owner, app.url, id)).toContain('Only here');
  await page.reload();
  await expectSaved(page);
  await expect(aside).toHaveCount(0);
});
