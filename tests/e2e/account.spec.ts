import type { Browser, Page } from '@playwright/test';
import { serveApp } from '../support/serveApp.ts';
import { expectAccessible } from './panelsAxe.ts';
import { type App, expect, expectSaved, newPerson, openMap, test } from './support.ts';

/** Accounts: made from a guest, left, come back to, and deleted. */

const PASSWORD = 'correct horse battery';
let accounts = 0;
const newAddress = () => `somebody-${++accounts}@example.com`;

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

/** Somebody who made one map as a guest and then an account, through the page. */
async function withAccount(browser: Browser, app: App, email: string): Promise<Page> {
  const page = await newPerson(browser, app);
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expectSaved(page);
  await page.goto(`${app.url}/sign-in?new`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('heading', { name: 'Maps', exact: true })).toBeVisible();
  return page;
}

async function signIn(page: Page, app: App, email: string, password: string): Promise<void> {
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('what a guest made stays theirs when they create an account: with the keyboard alone', async ({
  browser,
  app,
}) => {
  const page = await newPerson(browser, app);
  await page.goto(app.url);
  await page.getByRole('button', { name: 'New map' }).press('Enter');
  await expectSaved(page);
  await page.goto(app.url);
  await page.getByRole('button', { name: /^You are/ }).press('Enter');
  // The first menu of a visit comes with code of its own.
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Sign in' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('link', { name: 'Create one' }).press('Enter');
  await expect(page.getByText('The map you made here as a guest stays yours.')).toBeVisible();
  await page.getByLabel('Your name').press('Tab');
  await page.keyboard.type(newAddress());
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(row(page, 'Untitled map')).toBeVisible();
  await page.getByRole('link', { name: 'Untitled map' }).press('Enter');
  await expectSaved(page);
});

test('what is missing is said where it is missing, and one is led there', async ({ browser, app }) => {
  const page = await newPerson(browser, app);
  await page.goto(`${app.url}/sign-in?new`);
  await page.getByLabel('Your name').fill(' ');
  await page.getByLabel('E-mail address').fill(newAddress());
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription(/the others on a map see it/);
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^Password/)).toBeFocused();
  await expect(page.getByLabel(/^Password/)).toHaveAccessibleDescription('Type a password.');
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('');
});

test('signing out leaves nothing behind, and signing in elsewhere brings the maps', async ({ browser, app }) => {
  const email = newAddress();
  const page = await withAccount(browser, app, email);
  await page.goto(`${app.url}/account`);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'See where customers fall between departments' })).toBeVisible();

  const elsewhere = await newPerson(browser, app);
  await signIn(elsewhere, app, email, 'not the password');
  const wrong = await elsewhere.getByRole('alert').textContent();
  await signIn(elsewhere, app, 'nobody@example.com', 'not the password');
  // The same words: nobody learns who has an account.
  await expect(elsewhere.getByRole('alert')).toHaveText(wrong ?? '');
  await signIn(elsewhere, app, email, PASSWORD);
  await expect(row(elsewhere, 'Broadband')).toBeVisible();
});

test('a password is changed, and everywhere else one is signed out', async ({ browser, app }) => {
  const email = newAddress();
  const page = await withAccount(browser, app, email);
  const elsewhere = await newPerson(browser, app);
  await signIn(elsewhere, app, email, PASSWORD);
  await expect(row(elsewhere, 'Broadband')).toBeVisible();

  await page.goto(`${app.url}/account`);
  await page.getByLabel('Present password').fill('not the password');
  await page.getByLabel(/^New password/).fill('another good password');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'password' })).toBeVisible();
  await page.getByLabel('Present password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('The password is changed.').first()).toBeVisible();

  await elsewhere.reload();
  await expect(row(elsewhere, 'Broadband')).toHaveCount(0);
  await signIn(elsewhere, app, email, 'another good password');
  await expect(row(elsewhere, 'Broadband')).toBeVisible();
});

test('signed out everywhere, an open map elsewhere closes, says why, and is there again after signing in', async ({
  browser,
  app,
}) => {
  const email = newAddress();
  const page = await withAccount(browser, app, email);
  const elsewhere = await newPerson(browser, app);
  await signIn(elsewhere, app, email, PASSWORD);
  await elsewhere.getByRole('link', { name: /Broadband/ }).click();
  await expectSaved(elsewhere);
  await page.goto(`${app.url}/account`);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out.').first()).toBeVisible();
  await expect(elsewhere.getByRole('region', { name: 'Map' })).toHaveCount(0);
  await expect(elsewhere.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await elsewhere.getByRole('link', { name: 'Sign in' }).click();
  await elsewhere.getByLabel('E-mail address').fill(email);
  await elsewhere.getByLabel('Password').fill(PASSWORD);
  await elsewhere.keyboard.press('Enter');
  await expect(elsewhere.getByRole('region', { name: 'Map' })).toBeVisible();
});

test('a deleted account says by name what becomes of its maps', async ({ browser, app }) => {
  const email = newAddress();
  const page = await withAccount(browser, app, email);
  await page.goto(`${app.url}/account`);
  await page.getByRole('button', { name: 'Delete the account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete the account for good?' });
  await expect(dialog.getByRole('list', { name: /go to the trash/ })).toContainText('Broadband: switching provider');
  await dialog.getByRole('button', { name: 'Delete the account' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Type your password');
  await dialog.getByLabel('Your password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Delete the account' }).click();
  await expect(page.getByText('The account is deleted.').first()).toBeVisible();
  await signIn(page, app, email, PASSWORD);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('signing in leads back to where one was, and never out of here', async ({ browser, app }) => {
  const email = newAddress();
  await withAccount(browser, app, email);
  const id = await app.owner.createMap('Came from here');
  const page = await openMap(browser, app, id);
  await page.getByRole('button', { name: /^You are/ }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${app.url}/m/${id}`);
  // What the link brought stays, too.
  await expectSaved(page);

  const lured = await newPerson(browser, app);
  await lured.goto(`${app.url}/sign-in?next=${encodeURIComponent('//evil.example/m/abc')}`);
  await lured.getByLabel('E-mail address').fill(email);
  await lured.getByLabel('Password').fill(PASSWORD);
  await lured.getByRole('button', { name: 'Sign in' }).click();
  await expect(row(lured, 'Broadband').first()).toBeVisible();
  expect(lured.url()).toBe(`${app.url}/`);
});

test('where only accounts may make maps, a guest is told so and can make an account', async ({ browser }) => {
  const app = await serveApp({ WHO_MAY_CREATE: 'accounts' });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(app.url);
    await expect(page.getByText('To make maps here you need an account.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'New map' })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Your name').fill('Somebody');
    await page.getByLabel('E-mail address').fill(newAddress());
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('button', { name: 'New map' }).click();
    await expectSaved(page);
  } finally {
    await app.dispose();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages about accounts are accessible: ${colorScheme}`, async ({ browser, app }) => {
    const page = await newPerson(browser, app, { colorScheme, reducedMotion: 'reduce' });
    for (const [path, heading] of [
      ['/account', 'Account'],
      ['/sign-in', 'Sign in'],
      ['/sign-in?new', 'Create an account'],
    ] as const) {
      await page.goto(app.url + path);
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('E-mail address').fill(newAddress());
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page.getByRole('button', { name: 'New map' }).first()).toBeVisible();
    await page.getByRole('button', { name: /^You are/ }).click();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: 'Account' }).click();
    await expect(page.getByLabel('Present password')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Delete the account' }).click();
    await expect(page.getByLabel('Your password')).toBeVisible();
    await expectAccessible(page);
  });
}
