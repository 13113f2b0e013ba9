import type { Page } from '@playwright/test';
import { expectAccessible } from './panelsAxe.ts';
import { type App, expect, expectSaved, openMap, ownPage, readServed, stepHeader, test } from './support.ts';

/** The life of a gap: it appears while somebody types, is fixed, comes back, is dismissed, answered and remembered. */

const makeSample = async (app: App, sample: string): Promise<string> => {
  const { id }: { id: string } = await app.owner.expect('POST', '/api/maps', { body: { sample } });
  return id;
};
const panel = (page: Page) => page.getByRole('complementary', { name: 'Details and gaps' });
const list = (page: Page) => page.getByRole('list', { name: 'Gaps' });
const gap = (page: Page, title: string) => list(page).getByRole('listitem').filter({ hasText: title }).first();
const toGaps = (page: Page) => page.getByRole('tab', { name: /^Gaps/ }).click();
const inPanel = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('aside') !== null && document.activeElement !== document.body);

test('typed into being, fixed by one click, undone, dismissed; a reload and a second browser know', async ({
  browser,
  app,
}) => {
  const id = await makeSample(app, 'glasses');
  const page = await openMap(browser, app, id);
  await expect(panel(page)).toContainText('No gaps found');
  await stepHeader(page, 'Chooses a frame').click();
  await page.getByRole('tab', { name: 'Details' }).click();
  await panel(page).getByRole('button', { name: 'Add touchpoint' }).click();
  await page.getByRole('menuitem', { name: 'Marketing' }).click();
  await expect(panel(page).getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Voucher for sunglasses');
  await toGaps(page);
  const planned = gap(page, 'Plan and map differ');
  const unowned = gap(page, 'Nobody owns this touchpoint');
  await expect(planned).toContainText('Marketing works in the stage “Choosing”');
  await expect(unowned).toBeVisible();

  // By key: the row goes with its button, and the focus stays in the list.
  await planned.getByRole('button', { name: 'Expect it here' }).focus();
  await page.keyboard.press('Enter');
  await expect(planned).toHaveCount(0);
  await expect.poll(() => inPanel(page)).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(planned).toBeVisible();

  await unowned.getByRole('button', { name: 'Nobody owns this touchpoint' }).click();
  await unowned.getByRole('button', { name: 'Dismiss' }).click();
  await unowned.getByLabel('Why it is no gap here').fill('A trial of a month');
  await unowned.getByLabel('Why it is no gap here').press('Enter');
  await expect(unowned).toHaveCount(0);
  await expectSaved(page);

  await page.reload();
  await expect(planned).toBeVisible();
  const other = await openMap(browser, app, id);
  for (const someone of [page, other]) {
    await someone.getByRole('button', { name: '1 dismissed' }).click();
    await expect(someone.getByRole('list', { name: 'Dismissed gaps' })).toContainText('A trial of a month');
  }
});

test('what was dismissed comes back by itself when its facts change', async ({ browser, app }) => {
  const id = await makeSample(app, 'broadband');
  const page = await openMap(browser, app, id);
  const missed = gap(page, '“NPS” at');
  await missed.getByRole('button', { name: 'It misses its target' }).click();
  await missed.getByRole('button', { name: 'Dismiss' }).click();
  await missed.getByLabel('Why it is no gap here').fill('A small panel');
  await missed.getByLabel('Why it is no gap here').press('Enter');
  await expect(missed).toHaveCount(0);
  const served = await readServed(app, id);
  const nps = served.metrics.find(({ title }) => title === 'NPS');
  // Another name is no other fact; another value is.
  await page.goto(`${app.url}/m/${id}#metrics`);
  await page.getByRole('list', { name: 'Core numbers' }).getByRole('button', { name: /^NPS/ }).click();
  await panel(page).getByLabel('New value').fill('-12');
  await panel(page).getByLabel('New value').press('Enter');
  await toGaps(page);
  await expect(missed).toContainText('is −12');
  await expect(missed).toContainText('It is back: dismissed with “A small panel”');
  await expectSaved(page);
  expect((await readServed(app, id)).metrics.find(({ id: same }) => same === nps?.id)?.values).toHaveLength(7);
});

test('the log says who solved what; undone, it is not solved', async ({ browser, app }) => {
  const id = await makeSample(app, 'broadband');
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const name = await first.evaluate(async () => ((await (await fetch('/api/me')).json()) as { name: string }).name);
  await gap(first, 'Nobody said yes to this hand-off').getByRole('button', { name: 'Mark as accepted' }).click();
  for (const someone of [first, second]) {
    await someone.getByRole('button', { name: '1 solved' }).click();
    const log = someone.getByRole('list', { name: 'Solved gaps' });
    await expect(log).toContainText('Nobody said yes to this hand-off');
    await expect(log).toContainText(`Solved by ${name}`);
  }
  await expectSaved(first);
  // What the log writes is nobody's step: one undo takes back the fix.
  await first.getByRole('button', { name: 'Undo' }).click();
  await expect(gap(first, 'Nobody said yes to this hand-off')).toBeVisible();
  await expect(second.getByRole('button', { name: '1 solved' })).toHaveCount(0);
});

test('a gap is assigned with a day, and answered by an initiative', async ({ browser, app }) => {
  const id = await makeSample(app, 'broadband');
  const page = await openMap(browser, app, id);
  const found = gap(page, 'Customer has to repeat it all');
  await found.getByRole('button', { name: 'Customer has to repeat it all' }).click();
  await found.getByRole('button', { name: 'Assign' }).click();
  await found.getByRole('combobox', { name: 'Who takes care of it' }).fill('Tom');
  await page.keyboard.press('Enter');
  await found.getByLabel('Until').fill('2020-03-01');
  await found.getByLabel('Until').blur();
  await expect(found).toContainText('Tom Stewart, was due 1 Mar 2020');
  await found.getByLabel('Until').fill('2099-03-01');
  await found.getByLabel('Until').blur();
  await expect(found).toContainText('Tom Stewart, until 1 Mar 2099');
  await found.getByRole('button', { name: 'Initiative', exact: true }).click();
  await found.getByRole('combobox', { name: 'Initiative that answers it' }).fill('One order');
  await page.getByRole('option', { name: 'One order for Sales and Field' }).click();
  await expect(found).toContainText('1 initiative');
  await expectSaved(page);
  const { gapStates, initiatives } = await readServed(app, id);
  expect(gapStates).toContainEqual(
    expect.objectContaining({ answer: expect.objectContaining({ status: 'assigned', due: '2099-03-01' }) }),
  );
  expect(initiatives.find(({ title }) => title === 'One order for Sales and Field')?.gaps).toHaveLength(3);
});

test('the list is narrowed down by stage, severity, kind, owner and status', async ({ browser, app }) => {
  const page = await openMap(browser, app, await makeSample(app, 'broadband'));
  const gaps = list(page).locator('[data-gap]');
  await expect(gaps.first()).toBeVisible();
  const all = await gaps.count();
  await page.getByRole('button', { name: 'Filter' }).click();
  const filters = page.getByRole('group', { name: 'Narrow down the gaps' });
  await filters.getByLabel('Severity').selectOption('High');
  await expect(gaps).toHaveCount(3);
  await filters.getByLabel('Stage').selectOption('Leaving');
  await expect(page.getByText('No gap like this')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(gaps).toHaveCount(all);
  await filters.getByLabel('Kind').selectOption('Speed is rewarded, not the answer');
  await expect(gaps).toHaveCount(1);
  await filters.getByLabel('Kind').selectOption('All');
  await filters.getByLabel('Owner').selectOption('Jo Osei');
  await expect(gaps.first()).toBeVisible();
  expect(await gaps.count()).toBeLessThan(all);
  await filters.getByLabel('Status').selectOption('Assigned');
  await expect(page.getByText('No gap like this')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`filters, forms and logs are accessible: ${colorScheme}`, async ({ browser, app }) => {
    const id = await makeSample(app, 'broadband');
    const page = await ownPage(browser, app, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${app.url}/m/${id}`);
    await gap(page, 'Nobody said yes to this hand-off').getByRole('button', { name: 'Mark as accepted' }).click();
    await page.getByRole('button', { name: '1 solved' }).click();
    await page.getByRole('button', { name: 'Filter' }).click();
    const found = gap(page, 'Nobody owns this hand-off');
    await found.getByRole('button', { name: 'Nobody owns this hand-off' }).click();
    await found.getByRole('button', { name: 'Assign' }).click();
    await expectAccessible(page, 'aside');
    await found.getByRole('button', { name: 'Initiative', exact: true }).click();
    await expectAccessible(page, 'aside');
  });
}
