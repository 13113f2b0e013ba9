import type { Page } from '@playwright/test';
import { expectAccessible } from './panelsAxe.ts';
import { expect, expectSaved, importCase, openMap, ownPage, test } from './support.ts';

/** Many gaps with one cause are one row, which unfolds into them. */

const CASE = 'hospital-hip-fracture-pathway';
const list = (page: Page) => page.getByRole('list', { name: 'Gaps' });
const group = (page: Page, title: RegExp | string) => list(page).getByRole('button', { name: title });
const members = (page: Page, title: RegExp | string) => list(page).getByRole('list', { name: title });
const rowsOf = (page: Page, title: RegExp | string) => members(page, title).getByRole('listitem');
const HANDOFFS = /^\d+ hand-offs between departments have no owner/;

/** Gives the first hand-off in the list an owner, by its fix. */
async function ownFirst(page: Page, name: string): Promise<void> {
  await rowsOf(page, HANDOFFS).first().getByRole('button', { name: 'Choose owner' }).click();
  const owner = page.getByRole('complementary', { name: 'Details and gaps' }).getByRole('combobox', { name: 'Owner' });
  await expect(owner).toBeFocused();
  await owner.fill(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await owner.press('Enter');
  await expect(owner).toHaveValue(name);
  await page.getByRole('tab', { name: /Gaps/ }).click();
}

test('twelve gaps of one cause are one row; it unfolds, and what is fixed leaves it live for others', async ({
  browser,
  app,
}) => {
  const id = await importCase(app, CASE);
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const twelve = group(first, '12 hand-offs between departments have no owner');
  await expect(twelve).toHaveAttribute('aria-expanded', 'false');
  await expect(list(first).getByRole('listitem').first()).toContainText('Gaps 1-12');
  await expect(list(first).getByText('Nobody owns this hand-off')).toHaveCount(0);
  await twelve.click();
  await expect(twelve).toHaveAttribute('aria-expanded', 'true');
  await expect(rowsOf(first, HANDOFFS)).toHaveCount(12);
  // Somebody else reads in it meanwhile: further down, with a reason begun.
  await group(second, HANDOFFS).click();
  const read = rowsOf(second, HANDOFFS).nth(4);
  const words = await read.getByRole('paragraph').first().textContent();
  const reading = rowsOf(second, HANDOFFS).filter({ hasText: words ?? '' });
  await reading.getByRole('button', { name: 'Nobody owns this hand-off' }).click();
  await reading.getByRole('button', { name: 'Dismiss' }).click();
  await reading.getByLabel('Why it is no gap here').fill('Half a sen');

  await ownFirst(first, 'Therapy lead');
  await expect(rowsOf(first, HANDOFFS)).toHaveCount(11);
  await expect(group(first, '11 hand-offs between departments have no owner')).toHaveAttribute('aria-expanded', 'true');
  await expect(group(second, '11 hand-offs between departments have no owner')).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(rowsOf(second, HANDOFFS)).toHaveCount(11);
  await expect(reading.getByLabel('Why it is no gap here')).toHaveValue('Half a sen');
  await expect(reading.getByLabel('Why it is no gap here')).toBeFocused();

  await expectSaved(first);
  await first.getByRole('button', { name: 'Undo' }).click();
  await expect(rowsOf(first, HANDOFFS)).toHaveCount(12);
  await expect(rowsOf(second, HANDOFFS)).toHaveCount(12);
});

test('a group unfolds and folds by key, and a gap in it is assigned and dismissed as any other', async ({
  browser,
  app,
}) => {
  const page = await openMap(browser, app, await importCase(app, CASE));
  const touchpoints = group(page, '4 touchpoints have no owner');
  await touchpoints.focus();
  await page.keyboard.press('Enter');
  await expect(touchpoints).toHaveAttribute('aria-expanded', 'true');
  const row = rowsOf(page, /touchpoints have no owner/).first();
  await page.keyboard.press('Tab');
  await expect(row.getByRole('button', { name: 'Nobody owns this touchpoint' })).toBeFocused();
  await page.keyboard.press('Enter');
  await row.getByRole('button', { name: 'Assign' }).click();
  await row.getByRole('combobox', { name: 'Who takes care of it' }).fill('Nora New');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Nora New');
  await expect(list(page).locator('[data-group]').filter({ hasText: '4 touchpoints have no owner' })).toContainText(
    '1 taken up',
  );
  await row.getByRole('button', { name: 'Dismiss' }).click();
  await row.getByLabel('Why it is no gap here').fill('Agreed');
  await row.getByLabel('Why it is no gap here').press('Enter');
  await expect(group(page, '3 touchpoints have no owner')).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('button', { name: '1 dismissed' })).toBeVisible();
  const three = group(page, '3 touchpoints have no owner');
  await three.focus();
  await page.keyboard.press('Space');
  await expect(three).toHaveAttribute('aria-expanded', 'false');
  await expect(three).toBeFocused();
  await expect(members(page, /touchpoints have no owner/)).toHaveCount(0);
});

test('pointing at a group shows all its places', async ({ browser, app }) => {
  const page = await openMap(browser, app, await importCase(app, CASE));
  const highlighted = page.locator('[data-highlighted="true"]');
  await group(page, HANDOFFS).hover();
  await expect.poll(() => highlighted.count()).toBeGreaterThan(10);
  await page.mouse.move(5, 5);
  await expect(highlighted).toHaveCount(0);
});

test('a mark on the map unfolds the group its gap is in, whatever the list is narrowed down to', async ({
  browser,
  app,
}) => {
  const page = await openMap(browser, app, await importCase(app, CASE));
  const chips = page.getByRole('group', { name: 'Show the gaps of' });
  await chips.getByRole('button', { name: /^Anaesthetics/ }).click();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('button', { name: /^Gap 12, high/ }).click();
  await expect(group(page, HANDOFFS)).toHaveAttribute('aria-expanded', 'true');
  const row = rowsOf(page, HANDOFFS).nth(11);
  await expect(row).toBeInViewport();
  await expect(row.getByRole('button', { name: 'Nobody owns this hand-off' })).toHaveAttribute('aria-expanded', 'true');
  // Folded away it is let go, and found again.
  await group(page, HANDOFFS).click();
  await expect(members(page, HANDOFFS)).toHaveCount(0);
  await chips.getByRole('button', { name: /^Anaesthetics/ }).click();
  await page.getByRole('button', { name: /^Gap 4, high/ }).click();
  await expect(chips.getByRole('button', { name: 'All' })).toHaveAttribute('aria-pressed', 'true');
  await expect(rowsOf(page, HANDOFFS).nth(3)).toBeInViewport();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`groups are accessible, folded and unfolded: ${colorScheme}`, async ({ browser, app }) => {
    const page = await ownPage(browser, app, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${app.url}/m/${await importCase(app, CASE)}`);
    await expect(group(page, HANDOFFS)).toBeVisible();
    await expectAccessible(page, 'aside');
    await group(page, HANDOFFS).click();
    await expect(rowsOf(page, HANDOFFS)).toHaveCount(12);
    await expectAccessible(page, 'aside');
  });
}
