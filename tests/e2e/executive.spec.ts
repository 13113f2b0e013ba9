import type { Page } from '@playwright/test';
import { expectAccessible } from './panelsAxe.ts';
import { gate } from './somebody.ts';
import { type App, card, expect, expectSaved, importCase, newPerson, openMap, test } from './support.ts';

// The executive view as an executive gets it: by a link that can only look, on a phone.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

async function sampleMap(app: App): Promise<string> {
  const { id }: { id: string } = await app.owner.expect('POST', '/api/maps', { body: { sample: 'broadband' } });
  return id;
}

async function present(page: Page, app: App, id: string): Promise<void> {
  const { url } = await app.owner.link(id, 'viewer');
  await page.goto(url);
  await page.waitForURL(`${app.url}/m/${id}/present`);
}

test('one click on a link shows on a phone what is wrong, how it feels and what to fix first', async ({
  browser,
  app,
}) => {
  const page = await newPerson(browser, app, PHONE);
  await present(page, app, await sampleMap(app));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Broadband: switching provider');
  await expect(page.getByText('Three of twelve hand-offs break.')).toBeVisible();
  await expect(page.locator('.figures > div')).toHaveCount(3);
  await expect(page.locator('.fixes > li').first()).toContainText('Customer has to repeat it all');
  await expect(page.locator('.fixes > li').nth(1)).toContainText('Mika Koch · in progress');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  // Nobody can change anything here.
  await expect(page.locator('input, textarea, select, [contenteditable]')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveText(['Print', 'Present']);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in it, ${colorScheme}`, async ({ browser, app }) => {
    const page = await newPerson(browser, app, { ...PHONE, colorScheme });
    await present(page, app, await sampleMap(app));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Present' }).click();
    await expectAccessible(page);
  });
}

test('it can be read without any program, from the first answer alone', async ({ browser, app }) => {
  const page = await newPerson(browser, app, { ...PHONE, javaScriptEnabled: false });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.resourceType()));
  await present(page, app, await sampleMap(app));
  await expect(page.getByText('Three of twelve hand-offs break.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Onboarding' })).toBeAttached();
  expect(asked).not.toContain('stylesheet');
  const size = await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).fontWeight);
  expect(size).toBe('600');
});

test('what is written on the map stands there within a moment, and reading is not disturbed', async ({
  browser,
  app,
}) => {
  const id = await importCase(app, 'business-bank-onboarding');
  const reader = await newPerson(browser, app, PHONE);
  await present(reader, app, id);
  await reader.getByRole('link', { name: 'Starting to bank' }).click();
  const last = reader.getByRole('heading', { level: 3, name: 'Starting to bank' });
  await expect(last).toBeInViewport();

  const editor = await openMap(browser, app, id);
  await editor.getByRole('banner').getByRole('button', { name: 'business-bank-onboarding' }).click();
  await editor.getByLabel('Title of the map').fill('Opening an account');
  await editor.keyboard.press('Enter');
  await expectSaved(editor);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Opening an account');
  await expect(last).toBeInViewport();
});

test('the arrow keys walk from stage to stage, and the names of the stages say where one is', async ({
  browser,
  app,
}) => {
  const page = await newPerson(browser, app);
  await present(page, app, await sampleMap(app));
  // From the headline the first press leads to the stages, and nothing needs the focus for it.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 4, name: 'Sees an offer' })).toBeInViewport();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('link', { name: 'Sales', exact: true })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('heading', { level: 4, name: 'Compares plans' })).toBeInViewport();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('link', { name: 'Marketing', exact: true })).toHaveAttribute('aria-current', 'true');
});

test('presenting shows one thing at a time, by keys and by buttons, and another executive follows', async ({
  browser,
  app,
}) => {
  const id = await sampleMap(app);
  const presenter = await newPerson(browser, app);
  await present(presenter, app, id);
  const follower = await newPerson(browser, app, PHONE);
  await present(follower, app, id);

  await presenter.getByRole('button', { name: 'Present' }).click();
  await expect(presenter.locator('.where')).toHaveText('1 of 8 · Broadband: switching provider');
  await expect(presenter.getByRole('heading', { name: 'What to fix first' })).toBeHidden();
  for (let i = 0; i < 3; i++) await presenter.keyboard.press('ArrowRight');
  await presenter.getByRole('button', { name: 'On', exact: true }).click();
  await presenter.keyboard.press('ArrowRight');
  await expect(presenter.locator('.where')).toHaveText('6 of 8 · Onboarding');
  await expect(follower.getByRole('link', { name: 'Onboarding', exact: true })).toHaveAttribute('aria-current', 'true');
  await presenter.keyboard.press('Escape');
  await expect(presenter.getByRole('button', { name: 'Present' })).toBeFocused();
  await expect(presenter.getByRole('heading', { name: 'What to fix first' })).toBeVisible();
});

for (const when of ['while one reads', 'before the page listens'] as const) {
  test(`a right that ends ${when} is said, and what was read stays readable`, async ({ browser, app }) => {
    const id = await sampleMap(app);
    const { id: link, url } = await app.owner.link(id, 'viewer');
    const page = await newPerson(browser, app, PHONE);
    const reads = when === 'while one reads';
    const listens = reads && page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framesent'));
    const program = gate();
    await page.route(/\/assets\/executive-.*\.js$/, async (route) => {
      if (!reads) await program.opened;
      await route.continue();
    });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForURL(`${app.url}/m/${id}/present`, { waitUntil: 'commit' });
    await listens;
    await app.owner.expect('DELETE', `/api/maps/${id}/links/${link}`);
    program.open();
    await expect(page.getByRole('status')).toContainText('Your access to this map has ended');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('the map itself is one click further, and whoever may edit is not kept from it', async ({ browser, app }) => {
  const id = await importCase(app, 'business-bank-onboarding');
  const page = await newPerson(browser, app, { viewport: { width: 2600, height: 1400 } });
  await present(page, app, id);
  await page.getByRole('link', { name: 'Open the map' }).click();
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  await expect(card(page, 'KYC verification').first()).toBeVisible();

  const editor = await newPerson(browser, app);
  await editor.goto((await app.owner.link(id, 'editor')).url);
  await editor.waitForURL(`${app.url}/m/${id}`);
  const answer = await editor.goto(`${app.url}/m/${id}/present`);
  expect(answer?.status()).toBe(200);
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('business-bank-onboarding');
});

test('somebody without a right learns nothing, not even whether there is such a map', async ({ browser, app }) => {
  const page = await newPerson(browser, app);
  await page.goto(`${app.url}/m/${await sampleMap(app)}/present`);
  await expect(page.getByText('There is no such map')).toBeVisible();
  await expect(page.getByText('Broadband')).toHaveCount(0);
});
