import type { Page } from '@playwright/test';
import { openHere } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { expect, importCase, newPerson, readServed, test } from './support.ts';

/** Two people on one map: one goes along with the other. */

const CASE = 'rail-europe-experience-map';
const cards = (page: Page) =>
  page.locator('[aria-roledescription="touchpoint"]').evaluateAll((all) => all.map((one) => one.textContent));
const bar = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words });

test('my view goes with theirs until I stop it, with Esc or by panning', async ({ page, app, browser }) => {
  const id = await importCase(app, CASE);
  await openHere(page, app, id);
  const other = await newPerson(browser, app);
  await other.goto((await app.owner.link(id, 'editor')).url);
  await expect(other.getByRole('region', { name: 'Map' })).toBeVisible();
  await expect.poll(async () => (await cards(other)).length).toBeGreaterThan(0);
  await other.getByRole('button', { name: 'Follow Olive Owner' }).click();
  await expect(bar(other, /^Following Olive Owner/)).toBeVisible();
  const before = await cards(other);
  const map = page.getByRole('region', { name: 'Map' });
  await map.hover();
  await page.mouse.wheel(1500, 0);
  await expect.poll(() => cards(other)).not.toEqual(before);
  await other.keyboard.press('Escape');
  await expect(bar(other, /^Following/)).toBeHidden();
  const left = await cards(other);
  await page.mouse.wheel(-1500, 0);
  await page.waitForTimeout(500);
  expect(await cards(other)).toEqual(left);
  // From the palette, and ended by panning oneself.
  await other.keyboard.press('Control+k');
  await other.keyboard.type('follow olive');
  await other.keyboard.press('Enter');
  await expect(bar(other, /^Following Olive Owner/)).toBeVisible();
  await expect.poll(() => cards(other)).not.toEqual(left);
  await expectAccessible(other);
  await other.getByRole('region', { name: 'Map' }).hover();
  await other.mouse.wheel(400, 0);
  await expect(bar(other, /^Following/)).toBeHidden();
  // Who loads the page again is followed on; who leaves is not.
  await other.getByRole('button', { name: 'Follow Olive Owner' }).click();
  await expect(bar(other, /^Following Olive Owner/)).toBeVisible();
  await page.reload();
  await expect.poll(async () => (await cards(page)).length).toBeGreaterThan(0);
  const reloaded = await cards(other);
  await map.hover();
  let turns = 0;
  // The owner may be back before the other goes along again.
  await expect(async () => {
    await page.mouse.wheel(++turns % 2 ? 1500 : -1500, 0);
    await expect.poll(() => cards(other), { timeout: 1500 }).not.toEqual(reloaded);
  }).toPass();
  await expect(bar(other, /^Following Olive Owner/)).toBeVisible();
  await page.goto(app.url);
  await expect(bar(other, /^Following/)).toBeHidden();
  await other.context().close();
});

test('who presents is followed from stage to stage', async ({ page, app, browser }) => {
  const id = await importCase(app, CASE);
  await openHere(page, app, id);
  const presenter = await newPerson(browser, app);
  await presenter.goto((await app.owner.link(id, 'viewer')).url);
  await presenter.waitForURL(/present/);
  await presenter
    .getByRole('button', { name: /present/i })
    .first()
    .click();
  await expect(bar(page, /is presenting/)).toBeVisible();
  await page.getByRole('button', { name: 'Follow along' }).click();
  await expect(bar(page, /^Following/)).toBeVisible();
  const first = (await readServed(app, id)).stages[0]?.title ?? '';
  // Before the stages come the slides that sum up.
  await expect(async () => {
    await presenter.keyboard.press('ArrowRight');
    await expect(presenter.locator('.where')).toContainText(first, { timeout: 500 });
  }).toPass();
  await expect(bar(page, /^Following .*: .+/)).toContainText(first);
  await expect.poll(async () => (await cards(page)).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(bar(page, /is presenting/)).toBeVisible();
  await page.getByRole('button', { name: 'Do not follow' }).click();
  await expect(bar(page, /is presenting/)).toBeHidden();
  await presenter.context().close();
});
