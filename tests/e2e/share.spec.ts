import type { Page } from '@playwright/test';
import { preferMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { guestBy, makeLink, makeMap, open, somebody } from './somebody.ts';
import { card, expect, expectSaved, test } from './support.ts';

/** Letting others in: links and members, by those who own the map. */

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this map' });
const openDialog = async (page: Page) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
};
const links = (page: Page) => dialog(page).getByRole('list', { name: 'Links' }).getByRole('listitem');
const people = (page: Page) => dialog(page).getByRole('list', { name: 'People on this map' }).getByRole('listitem');

test('a link from the dialog brings somebody in; what it lets them do is switched for everybody at once', async ({
  browser,
  app,
}) => {
  const context = await somebody(browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url });
  const id = await makeMap(context, app.url);
  const owner = await open(context, app.url, id);
  await expectSaved(owner);
  await openDialog(owner);
  await dialog(owner).getByRole('radio', { name: 'Look' }).check();
  await dialog(owner).getByRole('button', { name: 'Create link' }).click();
  await expect(links(owner)).toHaveCount(1);
  await expect(links(owner)).toContainText('Nobody has come by it yet');
  await links(owner).getByRole('button', { name: 'Copy link' }).click();
  await expect(links(owner).getByRole('button', { name: 'Copied' })).toBeVisible();
  const url = await owner.evaluate(() => navigator.clipboard.readText());
  expect(url).toMatch(new RegExp(`^${app.url}/join/[A-Za-z0-9_-]{22,}$`));
  await links(owner).getByRole('button', { name: 'QR code' }).click();
  await expect(links(owner).getByRole('img', { name: /^QR code/ })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await owner.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(owner);
  }

  const guests = [await guestBy(browser, { url }), await guestBy(browser, { url })];
  for (const guest of guests) await expect(guest.getByText('You can look at this map')).toBeVisible();
  // Who comes is in the list without asking for it.
  await expect(people(owner).filter({ hasText: 'came by a link' })).toHaveCount(2);
  await expect(people(owner).filter({ hasText: 'here now' })).toHaveCount(3);
  await links(owner).getByRole('radio', { name: 'Edit' }).check();
  for (const guest of guests) await expect(guest.getByRole('toolbar', { name: 'Tools' })).toBeVisible();
  await links(owner).getByRole('radio', { name: 'Comment' }).check();
  for (const guest of guests) await expect(guest.getByText('You can comment', { exact: true })).toBeVisible();

  await links(owner).getByRole('switch').click();
  for (const guest of guests) {
    await expect(guest.getByRole('heading', { name: 'Your access to this map has ended' })).toBeVisible();
  }
  await expect(links(owner)).toContainText('Switched off');
  await links(owner)
    .getByRole('button', { name: /^More for/ })
    .click();
  await owner.getByRole('menuitem', { name: 'Delete' }).click();
  await links(owner).getByRole('button', { name: 'Delete the link' }).click();
  await expect(links(owner)).toHaveCount(0);
});

test('somebody a link brought becomes a member and stays when the link goes', async ({ browser, app }) => {
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const owner = await open(context, app.url, id);
  const guest = await guestBy(browser, await makeLink(context, app.url, id, 'viewer'));
  await openDialog(owner);
  const row = people(owner).filter({ hasText: 'came by a link' });
  await row.getByRole('combobox').selectOption('Can edit');
  await expect(guest.getByRole('toolbar', { name: 'Tools' })).toBeVisible();
  await expect(people(owner).filter({ hasText: 'came by a link' })).toHaveCount(0);
  await links(owner)
    .getByRole('button', { name: /^More for/ })
    .click();
  await owner.getByRole('menuitem', { name: 'Delete' }).click();
  await links(owner).getByRole('button', { name: 'Delete the link' }).click();
  await expect(links(owner)).toHaveCount(0);
  await expect(card(guest, 'Book engineer')).toBeVisible();
  await people(owner)
    .getByRole('button', { name: /^Take Gina/ })
    .click();
  await expect(guest.getByRole('heading', { name: 'Your access to this map has ended' })).toBeVisible();
});

test('members are added by the address of their account, and a wrong one is said beside the field', async ({
  browser,
  app,
}) => {
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  const owner = await open(context, app.url, id);
  const other = await somebody(browser);
  await other.request.get(`${app.url}/api/me`);
  const email = `mika-${id.toLowerCase()}@example.com`;
  const made = await other.request.post(`${app.url}/api/auth/sign-up/email`, {
    data: { name: 'Mika', email, password: 'correct horse battery' },
    headers: { origin: app.url },
  });
  expect(made.ok()).toBe(true);

  await openDialog(owner);
  await dialog(owner).getByLabel('Add somebody by email').fill('nobody@example.com');
  await dialog(owner).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog(owner).getByRole('alert')).toBeVisible();
  await dialog(owner).getByLabel('Add somebody by email').fill(email);
  await dialog(owner).getByLabel('As', { exact: true }).selectOption('Can comment');
  await dialog(owner).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(people(owner).filter({ hasText: 'Mika' })).toContainText(email);
  const page = await open(other, app.url, id);
  await expect(page.getByText('You can comment', { exact: true })).toBeVisible();

  // A map always keeps an owner.
  await people(owner).getByRole('button', { name: 'Leave this map' }).click();
  await expect(dialog(owner).getByRole('alert')).toContainText('owner');
  await expect(people(owner)).toHaveCount(2);
});

test('the dialog works by keyboard alone and fits a phone', async ({ browser, app }) => {
  const context = await somebody(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await preferMap(context);
  const id = await makeMap(context, app.url);
  const owner = await open(context, app.url, id);
  await owner.getByRole('button', { name: 'More', exact: true }).focus();
  await owner.keyboard.press('Enter');
  await owner.getByRole('menuitem', { name: 'Share' }).focus();
  await owner.keyboard.press('Enter');
  await expect(dialog(owner)).toBeVisible();
  await dialog(owner).getByRole('radio', { name: 'Edit' }).focus();
  await owner.keyboard.press('ArrowLeft');
  await owner.keyboard.press('Tab');
  await owner.keyboard.press('Tab');
  await owner.keyboard.type('secret words');
  await owner.keyboard.press('Enter');
  await expect(links(owner)).toContainText('asks for a password');
  await expect(links(owner).getByRole('radio', { name: 'Comment' })).toBeChecked();
  await links(owner).getByRole('button', { name: 'QR code' }).press('Enter');
  await expect(links(owner).getByRole('img', { name: /^QR code/ })).toBeVisible();
  const overflow = await dialog(owner).evaluate((box) =>
    [...box.querySelectorAll('*')].some((part) => part.getBoundingClientRect().right > innerWidth),
  );
  expect(overflow).toBe(false);
  await expectAccessible(owner);
  await owner.keyboard.press('Escape');
  await expect(dialog(owner)).toHaveCount(0);
});

test('who cannot let others in sees who is here and whom to ask', async ({ browser, app }) => {
  const context = await somebody(browser);
  const id = await makeMap(context, app.url);
  await context.request.patch(`${app.url}/api/me`, { data: { name: 'Olga Owner' } });
  await open(context, app.url, id);
  const editor = await guestBy(browser, await makeLink(context, app.url, id, 'editor'));
  await expectSaved(editor);
  await openDialog(editor);
  await expect(dialog(editor)).toContainText('ask Olga Owner');
  await expect(people(editor).filter({ hasText: 'Olga Owner' })).toContainText('Owner');
  await expect(dialog(editor).getByRole('button', { name: 'New link' })).toHaveCount(0);
  await expect(dialog(editor).getByRole('combobox')).toHaveCount(0);
  await expectAccessible(editor);
});
