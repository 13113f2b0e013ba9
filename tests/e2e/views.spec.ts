import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './panelsAxe.ts';
import { type App, card, expect, expectSaved, openMap, ownPage, readServed, test } from './support.ts';

/** Other ways to look at the same map: hand-offs, metrics, priorities, personas, and the two states side by side. */

const makeSample = async (app: App, sample = 'broadband'): Promise<string> => {
  const { id }: { id: string } = await app.owner.expect('POST', '/api/maps', { body: { sample } });
  return id;
};
const view = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const go = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click();
const panel = (page: Page) => page.getByRole('complementary', { name: 'Details and gaps' });

test('each view has an address; the way back leads to the map where it was left', async ({ page, app }) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}`);
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  const switcher = page.getByRole('navigation', { name: 'Views' });
  await switcher.getByRole('button', { name: 'Hand-offs' }).focus();
  await page.keyboard.press('Enter');
  await expect(view(page, 'Hand-offs').getByRole('heading', { name: 'Hand-offs', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#hand-offs$/);
  // Keys of the map do nothing where the map is not.
  await page.locator('body').press('Delete');
  await go(page, 'Metrics');
  await expect(view(page, 'Metrics')).toBeVisible();
  await page.goBack();
  await expect(view(page, 'Hand-offs')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await page.goto(`${app.url}/m/${id}#priorities`);
  await page.reload();
  await expect(view(page, 'Priorities')).toBeVisible();
  expect((await readServed(app, id)).handoffs).toHaveLength(12);
});

test('a cell of the matrix opens its hand-offs, which are filled in by keyboard and led to on the map', async ({
  page,
  app,
}) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}#hand-offs`);
  const shown = view(page, 'Hand-offs');
  await expect(shown).toContainText('7 hand-offs between departments, 2 of them broken');
  await expect(shown).toContainText('6 times handed over');
  const cell = shown.getByRole('button', { name: /^Sales to Field/ });
  await expect(cell).toHaveAccessibleName(/1 hand-off, 1 broken.*average wait 3 days, 24 hours agreed/);
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  const rows = view(page, 'The hand-offs').getByRole('row');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).getByLabel('Wait').fill('20');
  await page.keyboard.press('Enter');
  await rows.nth(1).getByLabel('What travels', { exact: true }).selectOption('All');
  await expect(cell).toContainText('20 hours');
  await view(page, 'The hand-offs').getByRole('button', { name: 'Show all' }).click();
  await expect(rows).toHaveCount(13);
  // Enter goes down, Ctrl with an arrow across.
  await rows.nth(1).getByLabel('Target').fill('4');
  await page.keyboard.press('Enter');
  await expect(rows.nth(2).getByLabel('Target')).toBeFocused();
  await page.keyboard.press('Control+ArrowLeft');
  await expect(rows.nth(2).getByLabel('Wait')).toBeFocused();
  await expectSaved(page);
  const served = (await readServed(app, id)).handoffs;
  expect(served).toContainEqual(expect.objectContaining({ waitActual: 20, waitTarget: 24, information: 'all' }));
  expect(served.filter(({ waitTarget }) => waitTarget === 4)).toHaveLength(1);

  await shown
    .getByRole('list', { name: 'Stops' })
    .getByRole('button', { name: /Order confirmed/ })
    .click();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await expect(card(page, 'Order confirmed')).toBeInViewport();
  await expect(card(page, 'Order confirmed')).toHaveAttribute('data-selected', 'true');
});

test('values are pasted as a table and typed for a day; a tile opens its metric', async ({ page, app }) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}#metrics`);
  const shown = view(page, 'Metrics');
  await expect(shown.getByRole('list', { name: 'Core numbers' })).toContainText('ProfitabilityNot measured');
  await shown.getByRole('button', { name: 'Record values' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record values' });
  await dialog.getByText('Paste a table').click();
  await dialog.getByRole('textbox').fill('Month\tNPS\tAttrition\tChurn rate\n2026-11-15\t31\t1.1\t7');
  await expect(dialog).toContainText('2 values of 2 metrics on 1 day.');
  await expect(dialog).toContainText('There is no metric “Churn rate” on the map.');
  await dialog.getByRole('button', { name: 'Record 2 values' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(shown.getByRole('list', { name: 'Core numbers' })).toContainText('NPS: 31');

  await shown.getByRole('button', { name: 'Record values' }).click();
  await dialog.getByLabel('Day', { exact: true }).fill('2026-11-20');
  await dialog.getByLabel('Disputes, First bill').fill('lots');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('“lots” is not a number');
  await dialog.getByLabel('Disputes, First bill').fill('3.5');
  await dialog.getByLabel('Disputes, First bill').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expectSaved(page);
  const served = (await readServed(app, id)).metrics;
  const valuesOf = (title: string) => served.find((metric) => metric.title === title)?.values;
  expect(valuesOf('NPS')).toContainEqual({ date: '2026-11-15', value: 31 });
  expect(valuesOf('Disputes')).toContainEqual({ date: '2026-11-20', value: 3.5 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(shown.getByRole('button', { name: /^Disputes/ })).toContainText('9%');

  await shown.getByRole('button', { name: 'Add financial metric to Sales' }).click();
  await expect(panel(page).getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Margin');
  await expect(shown.getByRole('button', { name: /^Margin/ })).toBeVisible();
  await expect(shown.getByRole('list', { name: 'Core numbers' })).toContainText('Profitability: No value yet');

  await shown.getByRole('button', { name: /^Measure it.*Growth index/ }).click();
  await expect(shown.getByRole('button', { name: /^Growth index: No value yet/ })).toBeVisible();
  await expect(panel(page).getByLabel('Name', { exact: true })).toHaveValue('Growth index');

  await shown.getByRole('button', { name: /^Average handling time.*rewarded/ }).click();
  await expect(panel(page).getByRole('checkbox', { name: "Part of somebody's reward" })).toBeChecked();
  await expect(shown.getByRole('region', { name: 'inefficient' })).toBeVisible();
});

test('a bubble is dragged, moved by keys, and its initiative edited beside it', async ({ page, app }) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}#priorities`);
  const shown = view(page, 'Priorities');
  const chart = shown.getByRole('group', { name: 'Initiatives by impact and effort' });
  const bubble = chart.getByRole('button', { name: /A first bill that explains itself/ });
  await expect(bubble).toHaveAccessibleName(/effort 2, impact 4, expected £44k/);
  const [from, box] = [await bubble.boundingBox(), await chart.boundingBox()];
  if (!from || !box) throw new Error('The chart is not on screen');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.9, { steps: 4 });
  await page.mouse.up();
  await expect(bubble).toHaveAccessibleName(/effort 5, impact 1/);
  await bubble.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(bubble).toHaveAccessibleName(/effort 4, impact 3/);
  await expectSaved(page);
  const initiative = async () =>
    (await readServed(app, id)).initiatives.find(({ title }) => title === 'A first bill that explains itself');
  expect(await initiative()).toMatchObject({ effort: 4, impact: 3 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bubble).toHaveAccessibleName(/effort 5, impact 1/);

  const row = shown.getByRole('row', { name: /A first bill/ });
  await row.getByLabel('Status').selectOption('Under way');
  await row.getByLabel('Expected value').fill('60k');
  await page.keyboard.press('Enter');
  await expect(bubble).toHaveAccessibleName(/expected £60k/);
  // A day that is typed counts when it is whole: neither the years on the way to it nor one of two figures.
  const until = row.getByLabel('Until');
  const due = (await initiative())?.due;
  await until.focus();
  await page.keyboard.type('05172031');
  expect(await initiative()).toMatchObject({ due });
  await page.keyboard.press('Enter');
  await expectSaved(page);
  expect(await initiative()).toMatchObject({ due: '2031-05-17' });
  await until.fill('0027-01-01');
  await expect(row.getByRole('alert')).toContainText('four figures');
  expect(await initiative()).toMatchObject({ due: '2031-05-17' });
  await page.keyboard.press('Escape');
  await expect(until).toHaveValue('2031-05-17');
  await bubble.click();
  await expect(panel(page).getByLabel('Title')).toHaveValue('A first bill that explains itself');
  await panel(page).getByLabel('Response metric').fill('Calls about the bill');
  await panel(page).getByLabel('Response metric').press('Enter');
  await expect(shown.getByRole('region', { name: 'A first bill that explains itself' })).toBeVisible();
  await expectSaved(page);
  expect(await initiative()).toMatchObject({ status: 'doing', responseMetric: 'Calls about the bill' });
});

test('initiatives get their order by dragging and by keys, one undo step each', async ({ page, app }) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}#priorities`);
  const order = () =>
    expect.poll(async () => (await readServed(app, id)).initiatives.map(({ title }) => title.slice(0, 4)));
  const grip = (name: RegExp) => view(page, 'Priorities').getByRole('button', { name });
  await expect(grip(/^Move One order.*1 of 3$/)).toBeVisible();
  const [first, last] = [await grip(/^Move One order/).boundingBox(), await grip(/^Move Call before/).boundingBox()];
  await page.mouse.move(first!.x + 12, first!.y + 12);
  await page.mouse.down();
  await page.mouse.move(last!.x + 12, last!.y + 40, { steps: 6 });
  await expect(page.locator('[data-drop="after"]')).toHaveCount(1);
  await page.mouse.up();
  await order().toEqual(['A fi', 'Call', 'One ']);
  await expect(page.locator('[data-drop]')).toHaveCount(0);
  await expect(grip(/^Move One order.*3 of 3$/)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await order().toEqual(['A fi', 'One ', 'Call']);
  await expect(grip(/^Move One order.*2 of 3$/)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await order().toEqual(['A fi', 'Call', 'One ']);
});

test('the mark of where a line would stand goes when somebody else deletes the line', async ({
  page,
  browser,
  app,
}) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}#priorities`);
  const other = await openMap(browser, app, id);
  await other.goto(`${app.url}/m/${id}#priorities`);
  await view(other, 'Priorities')
    .getByRole('button', { name: /One order.*effort/ })
    .click();
  const grips = view(page, 'Priorities').getByRole('button', { name: /^Move / });
  const grip = view(page, 'Priorities').getByRole('button', { name: /^Move One order/ });
  await expect(grips).toHaveCount(3);
  const last = (await grips.last().boundingBox())!;
  await grip.hover();
  await page.mouse.down();
  await page.mouse.move(last.x + 12, last.y + 40, { steps: 6 });
  await expect(page.locator('[data-drop]')).toHaveCount(1);
  await panel(other).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(grips).toHaveCount(2);
  await expect(page.locator('[data-drop]')).toHaveCount(0);
  await page.mouse.up();
  await other.context().close();
});

test('through a persona, the curve, the money and the gaps are theirs; nobody else sees it', async ({
  page,
  browser,
  app,
}) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}#personas`);
  const shown = view(page, 'Personas');
  const money = panel(page).getByText(/at stake a month/);
  await expect(money).toContainText('£1.65m');
  await shown.getByRole('radio', { name: 'Price switcher' }).check();
  await expect(panel(page).getByRole('status').filter({ hasText: 'Seen as Price switcher' })).toBeVisible();
  await expect(money).toContainText('£660k');
  await go(page, 'Map');
  await expect(page.locator('[data-spot^="emotion/"]').first()).toBeVisible();
  await expect(panel(page)).toContainText('feels −1');
  const other = await openMap(browser, app, id);
  await expect(panel(other).getByText(/at stake a month/)).toContainText('£1.65m');
  await panel(page).getByRole('button', { name: 'Everyone' }).click();
  await expect(money).toContainText('£1.65m');
});

test('a map is copied as its future state, and the two are compared', async ({ page, app }) => {
  const id = await makeSample(app);
  // An address that leads to what is not there yet says what there would be.
  await page.goto(`${app.url}/m/${id}#compare`);
  await expect(view(page, 'Compare')).toContainText('This map has no future state yet');
  await page.getByRole('button', { name: 'Current state' }).click();
  await page.getByRole('menuitem', { name: 'Copy as future state' }).click();
  await expect(page.getByText('Copied as the future state.').first()).toBeVisible();
  await expectSaved(page);
  const future = (await readServed(app, id)).counterpart;
  expect(await readServed(app, future)).toMatchObject({ state: 'future', counterpart: id });

  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page).toHaveURL(new RegExp(future));
  await page.goto(`${app.url}/m/${future}#hand-offs`);
  const row = view(page, 'The hand-offs').getByRole('row', { name: /Engineer visit → First bill/ });
  await row.getByRole('combobox', { name: 'Owner' }).fill('Petra');
  await page.getByRole('option', { name: /Petra Wolf/ }).click();
  await expectSaved(page);
  await go(page, 'Compare');
  const shown = view(page, 'Compare');
  await expect(shown.getByRole('region', { name: 'Gaps closed' })).toContainText('Nobody owns this hand-off');
  await expect(shown.getByRole('region', { name: 'New gaps' })).toContainText('Nobody said yes to this hand-off');
  await expect(shown.getByRole('region', { name: 'Initiatives', exact: true })).toContainText('One order for Sales');
  await shown.getByRole('link', { name: 'Open the current state' }).click();
  await expect(page).toHaveURL(new RegExp(`${id}$`));
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();

  await app.owner.expect('DELETE', `/api/maps/${future}`);
  await go(page, 'Compare');
  await expect(shown).toContainText('The future state of this map is in the trash.');
  await shown.getByRole('button', { name: 'Copy as future state' }).click();
  await expect(shown.getByRole('region', { name: 'Gaps closed' })).toBeVisible();
});

test('who may only look sees words and no fields, in every view', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id, 'viewer');
  for (const name of ['Outline', 'Hand-offs', 'Metrics', 'Priorities']) {
    await go(page, name);
    const shown = view(page, name);
    await expect(shown.getByRole('heading', { level: 2 })).toBeVisible();
    await expect(shown.getByRole('textbox')).toHaveCount(0);
    await expect(shown.getByRole('combobox')).toHaveCount(0);
    await expect(shown.getByRole('button', { name: /Record values|New initiative/ })).toHaveCount(0);
  }
  const bubble = view(page, 'Priorities').getByRole('button', { name: /A first bill/ });
  await bubble.focus();
  await page.keyboard.press('ArrowRight');
  await expect(bubble).toHaveAccessibleName(/effort 2/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every view is accessible: ${colorScheme}`, async ({ browser, app }) => {
    const id = await makeSample(app);
    const page = await ownPage(browser, app, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${app.url}/m/${id}`);
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
    for (const name of ['Hand-offs', 'Metrics', 'Priorities', 'Personas']) {
      await go(page, name);
      await expect(view(page, name).getByRole('heading', { level: 2 })).toBeVisible();
      await expectAccessible(page, 'main');
    }
    await go(page, 'Metrics');
    await page.getByRole('button', { name: 'Record values' }).click();
    await expectAccessible(page, '[role="dialog"]');
    const { id: future }: { id: string } = await app.owner.expect('POST', `/api/maps/${id}/copy`, {
      body: { state: 'future' },
    });
    await page.goto(`${app.url}/m/${future}#compare`);
    await expect(view(page, 'Compare').getByRole('heading', { level: 2 })).toBeVisible();
    await expectAccessible(page, 'main');
  });
}

test('on a phone the views are in the menu, and nothing but tables is wider than the screen', async ({
  browser,
  app,
}) => {
  const id = await makeSample(app);
  const page = await ownPage(browser, app, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(`${app.url}/m/${id}`);
  for (const name of ['Hand-offs', 'Metrics', 'Priorities', 'Personas']) {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitemradio', { name }).click();
    const shown = view(page, name);
    await expect(shown.getByRole('heading', { level: 2 })).toBeVisible();
    expect(await shown.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  }
});
