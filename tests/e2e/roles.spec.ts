import type { BrowserContext, Page } from '@playwright/test';
import { layCable } from '../support/cable.ts';
import { expectAccessible } from './panelsAxe.ts';
import { editingControls } from './roleControls.ts';
import { guestBy, makeLink, makeMap, open, somebody } from './somebody.ts';
import { card, expect, expectSaved, shown, stepHeader, test } from './support.ts';

/** What somebody may do on a map, and that it changes while they are at it. */

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Tools' });
const status = (page: Page) => page.getByRole('banner').getByRole('status');
const patch = async (owner: BrowserContext, url: string, map: string, link: string, data: object) => {
  const answer = await owner.request.patch(`${url}/api/maps/${map}/links/${link}`, { data });
  expect(answer.ok()).toBe(true);
};
const served = async (owner: BrowserContext, url: string, id: string) =>
  (await (await owner.request.get(`${url}/api/maps/${id}`)).json()) as { touchpoints: { title: string }[] };
const titles = async (owner: BrowserContext, url: string, id: string) =>
  (await served(owner, url, id)).touchpoints.map(({ title }) => title);

test('a guest is switched from editing to looking while typing, and back', async ({ browser, app }) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const link = await makeLink(owner, app.url, id, 'editor');
  const guest = await guestBy(browser, link);
  await expectSaved(guest);
  await card(guest, 'Book engineer').dblclick();
  await guest.getByLabel('Title of the touchpoint').press('End');
  await guest.keyboard.type(' typed before', { delay: 20 });
  await expectSaved(guest);

  const typing = guest.keyboard.type(' and some more words that come while it is switched', { delay: 25 });
  await guest.waitForTimeout(300);
  await patch(owner, app.url, id, link.id, { role: 'viewer' });
  // Within a second and without a reload.
  await expect(toolbar(guest)).toBeHidden();
  await typing;
  await expect(guest.getByText('From now on you can look at this map, and no longer edit it.').first()).toBeVisible();
  await expect(status(guest)).toHaveText('You can look at this map');

  const now = (await titles(owner, app.url, id)).find((title) => title.startsWith('Book engineer')) ?? '';
  expect(now.startsWith('Book engineer typed before')).toBe(true);
  expect('Book engineer typed before and some more words that come while it is switched'.startsWith(now)).toBe(true);
  // What the guest sees is what is on the map, not what was typed into nothing.
  await expect(guest.locator('[aria-roledescription="touchpoint"]').filter({ hasText: /^Book engineer/ })).toHaveText(
    new RegExp(`^${now}\\??$`),
  );
  expect(await editingControls(guest)).toEqual([]);

  await patch(owner, app.url, id, link.id, { role: 'editor' });
  await expect(toolbar(guest)).toBeVisible();
  await expect(guest.getByText('You can edit this map now.').first()).toBeVisible();
  await card(guest, 'Book engineer').dblclick();
  await guest.getByLabel('Title of the touchpoint').fill('Typed again');
  await guest.keyboard.press('Escape');
  await expectSaved(guest);
  expect(await titles(owner, app.url, id)).toContain('Typed again');
});

test('edits made without a network are set aside when the right to edit is gone by then', async ({ browser, app }) => {
  const cable = await layCable(app.url);
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const link = await makeLink(owner, app.url, id, 'editor');
  const guest = await guestBy(browser, { url: link.url.replace(app.url, cable.url) });
  await expectSaved(guest);
  await cable.cut();
  await card(guest, 'Book engineer').dblclick();
  await guest.getByLabel('Title of the touchpoint').fill('Only here');
  await guest.keyboard.press('Escape');
  await expect(status(guest)).toContainText('kept here');
  await patch(owner, app.url, id, link.id, { role: 'viewer' });
  await cable.mend();

  await expect(guest.getByText('It is kept in this browser').first()).toBeVisible();
  await expect(card(guest, 'Book engineer')).toBeVisible();
  await expect(card(guest, 'Only here')).toHaveCount(0);
  await expect(status(guest)).toHaveText('You can look at this map');
  const stores = await guest.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  expect(stores.some((name) => name.startsWith(`throughline/${id}/`) && name.includes('/set-aside/'))).toBe(true);
  await guest.goto(`${cable.url}/m/${id}?map`);
  await expect(card(guest, 'Book engineer')).toBeVisible();
  await expect(status(guest)).toHaveText('You can look at this map');
  expect(await titles(owner, app.url, id)).not.toContain('Only here');
});

test('who may only look is offered nothing that changes the map', async ({ browser, app }) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  // The same walk over the owner's page finds a lot: it looks in the right places.
  const ownPage = await open(owner, app.url, id);
  await expectSaved(ownPage);
  expect((await editingControls(ownPage)).length).toBeGreaterThan(20);

  const viewer = await guestBy(browser, await makeLink(owner, app.url, id, 'viewer'));
  await expect(status(viewer)).toHaveText('You can look at this map');
  const look = async (where: string, role = 'region', name = 'Map') =>
    expect(await editingControls(viewer, { role, name }), where).toEqual([]);
  await look('the gaps');
  await viewer.getByRole('button', { name: 'Customer has to repeat it all', exact: true }).first().click();
  await viewer.getByRole('button', { name: 'Why it matters' }).first().click();
  await look('an open gap');
  await viewer.getByRole('tab', { name: 'Details' }).click();
  for (const kind of ['touchpoint', 'step', 'stage', 'lane', 'note']) {
    await viewer
      .locator(`[aria-roledescription="${kind}"]`)
      .first()
      .click({ position: { x: 12, y: 12 } });
    await look(`the details of a ${kind}`);
  }
  await viewer
    .getByRole('button', { name: /^Hand-off from/ })
    .first()
    .dispatchEvent('pointerdown', { button: 0 });
  await look('the details of a hand-off');
  await viewer.keyboard.press('Escape');
  await look('the details of the map');
  for (const view of ['Hand-offs', 'Metrics', 'Priorities', 'Personas', 'Map']) {
    await viewer.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click();
    if (view !== 'Map') {
      await expect(viewer.getByRole('region', { name: view, exact: true }).getByRole('heading').first()).toBeVisible();
    }
    await look(`the view ${view}`, 'region', view);
  }
  await viewer.getByRole('button', { name: 'More', exact: true }).click();
  await look('the menu', 'menu', 'More');
  await viewer.keyboard.press('Escape');
  await viewer.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(viewer.getByRole('dialog', { name: 'Share this map' })).toBeVisible();
  await look('sharing', 'dialog', 'Share this map');
  await expectAccessible(viewer);
  await viewer.keyboard.press('Escape');
  for (const colorScheme of ['light', 'dark'] as const) {
    await viewer.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(viewer);
  }
});

test('the keys and gestures of who may only look change nothing, and complain about nothing', async ({
  browser,
  app,
}) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const viewer = await guestBy(browser, await makeLink(owner, app.url, id, 'viewer'));
  await expect(status(viewer)).toHaveText('You can look at this map');
  const before = await shown(viewer);
  const stored = await served(owner, app.url, id);

  await card(viewer, 'Book engineer').click();
  for (const key of [
    'Delete',
    'Backspace',
    't',
    's',
    'h',
    'e',
    'n',
    'x',
    'F2',
    'Enter',
    'Alt+ArrowRight',
    'Control+z',
    'Control+y',
  ])
    await viewer.keyboard.press(key);
  await stepHeader(viewer, 'Compares plans').dblclick();
  await viewer.keyboard.type('words');
  await card(viewer, 'Book engineer').dblclick();
  await viewer.keyboard.type('words');
  await card(viewer, 'First bill').dragTo(card(viewer, 'Status line'));
  const pane = await viewer.getByRole('region', { name: 'Map' }).boundingBox();
  if (!pane) throw new Error('The map is not there');
  await viewer.mouse.dblclick(pane.x + pane.width - 80, pane.y + pane.height - 160);

  await expect(viewer.getByRole('textbox')).toHaveCount(0);
  expect(await shown(viewer)).toEqual(before);
  await expect(viewer.getByRole('region', { name: /^Message/ }).getByRole('listitem')).toHaveCount(0);
  expect(await served(owner, app.url, id)).toEqual(stored);
});

test('a link that is switched off closes the page within a second, and opens it again by itself', async ({
  browser,
  app,
}) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const link = await makeLink(owner, app.url, id, 'viewer');
  const viewer = await guestBy(browser, link);
  await expect(status(viewer)).toHaveText('You can look at this map');
  await patch(owner, app.url, id, link.id, { enabled: false });
  await expect(viewer.getByRole('heading', { name: 'Your access to this map has ended' })).toBeVisible();
  await expect(card(viewer, 'Book engineer')).toHaveCount(0);
  await expectAccessible(viewer);
  // A reload shows nothing of what this browser kept.
  await viewer.reload();
  await expect(viewer.getByRole('heading', { name: 'Your access to this map has ended' })).toBeVisible();
  await patch(owner, app.url, id, link.id, { enabled: true });
  await expect(card(viewer, 'Book engineer')).toBeVisible();

  await owner.request.delete(`${app.url}/api/maps/${id}/links/${link.id}`);
  await expect(viewer.getByRole('heading', { name: 'Your access to this map has ended' })).toBeVisible();
});

test('a commenter is told so and changes nothing on the map', async ({ browser, app }) => {
  const owner = await somebody(browser);
  const id = await makeMap(owner, app.url);
  const commenter = await guestBy(browser, await makeLink(owner, app.url, id, 'commenter'));
  await expect(status(commenter)).toHaveText('You can comment');
  await commenter.getByRole('tab', { name: 'Details' }).click();
  await card(commenter, 'Book engineer').click();
  await expect(commenter.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await commenter.keyboard.press('Delete');
  await expect(card(commenter, 'Book engineer')).toBeVisible();
  expect(await titles(owner, app.url, id)).toContain('Book engineer');
});
