import type { Browser, Page } from '@playwright/test';
import { preferMap } from './canvasMap.ts';
import { expectPdfSays, exportPdf } from './exportedPdf.ts';
import { expectAccessible } from './panelsAxe.ts';
import { type App, card, expect, expectSaved, openMap, ownPage, readServed, stepHeader, test } from './support.ts';

/** Around the map: the top bar, the gaps and the details of what is selected. */

async function makeSample(app: App): Promise<string> {
  const { id }: { id: string } = await app.owner.expect('POST', '/api/maps', { body: { sample: 'broadband' } });
  return id;
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Details and gaps' });
const gap = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Gaps' }).getByRole('listitem').filter({ hasText: title }).first();
const openDetails = (page: Page) => page.getByRole('tab', { name: 'Details' }).click();
const touchpointOf = async (app: App, id: string, title: string) =>
  (await readServed(app, id)).touchpoints.find((touchpoint) => touchpoint.title === title);

test('a gap leads to its place, its fix to the field, and a new owner closes it; undo brings all of it back', async ({
  browser,
  app,
}) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  const found = gap(page, 'Nobody owns this hand-off');
  await found.getByRole('button', { name: 'Choose owner' }).click();
  const owner = panel(page).getByRole('combobox', { name: 'Owner' });
  await expect(owner).toBeFocused();
  await owner.fill('Nora New');
  await expect(page.getByRole('option', { name: 'Add “Nora New”' })).toBeVisible();
  await owner.press('Enter');
  await expect(owner).toHaveValue('Nora New');
  await page.getByRole('tab', { name: /Gaps/ }).click();
  await expect(found).toHaveCount(0);
  await expectSaved(page);
  const people = (await readServed(app, id)).people.length;
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(found).toBeVisible();
  await expectSaved(page);
  expect((await readServed(app, id)).people.length).toBe(people - 1);
});

test('choosing a gap opens why it matters, and selects one item only', async ({ browser, app }) => {
  const page = await openMap(browser, app, await makeSample(app));
  const found = gap(page, 'Customer has to repeat it all');
  await found.getByRole('button', { name: 'Customer has to repeat it all' }).click();
  await found.getByRole('button', { name: 'Why it matters' }).click();
  await expect(found).toContainText('Dixon');
  await openDetails(page);
  await expect(panel(page).getByRole('heading', { name: 'Hand-off', exact: true })).toBeVisible();
});

test('a gap is dismissed with a reason only, and reopened by somebody else', async ({ browser, app }) => {
  const id = await makeSample(app);
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const found = gap(first, 'Customer has to repeat it all');
  await found.getByRole('button', { name: 'Customer has to repeat it all' }).click();
  await found.getByRole('button', { name: 'Dismiss' }).click();
  await found.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect(found.getByRole('alert')).toContainText('Say why');
  await found.getByLabel('Why it is no gap here').fill('Agreed with Field');
  await found.getByLabel('Why it is no gap here').press('Enter');
  await expect(found).toHaveCount(0);
  await second.getByRole('button', { name: '1 dismissed' }).click();
  const dismissed = second.getByRole('list', { name: 'Dismissed gaps' });
  await expect(dismissed).toContainText('Agreed with Field');
  await dismissed.getByRole('button', { name: 'Reopen' }).click();
  await expect(found).toBeVisible();
});

test('a gap is assigned to a person', async ({ browser, app }) => {
  const page = await openMap(browser, app, await makeSample(app));
  const found = gap(page, 'Customer has to repeat it all');
  await found.getByRole('button', { name: 'Customer has to repeat it all' }).click();
  await found.getByRole('button', { name: 'Assign' }).click();
  await found.getByRole('combobox', { name: 'Who takes care of it' }).fill('Tom');
  await page.keyboard.press('Enter');
  await expect(found).toContainText('Tom Stewart');
  await found.getByRole('button', { name: 'Take back' }).click();
  await expect(found).not.toContainText('Tom Stewart');
});

test('a gap that no field closes gets an initiative, which is written on in its details', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  const found = gap(page, 'Acquisition: new customers');
  await found.getByRole('button', { name: 'Plan initiative' }).click();
  const title = panel(page).getByLabel('Title');
  await expect(title).toBeFocused();
  await title.fill('Tell the date at once');
  await panel(page).getByLabel('Impact').selectOption('5, most');
  await panel(page).getByLabel('Until').fill('2027-03-01');
  await expectSaved(page);
  const initiatives = (await readServed(app, id)).initiatives;
  expect(initiatives).toContainEqual(
    expect.objectContaining({ title: 'Tell the date at once', impact: 5, due: '2027-03-01' }),
  );
  await page.getByRole('tab', { name: /Gaps/ }).click();
  await found.getByRole('button', { name: 'Open initiative' }).click();
  await expect(title).toHaveValue('Tell the date at once');
});

test('a touchpoint is added to a step from its details', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  await stepHeader(page, 'Orders online').click();
  await openDetails(page);
  await panel(page).getByRole('button', { name: 'Add touchpoint' }).click();
  await page.getByRole('menuitem', { name: 'Billing' }).click();
  await expect(panel(page).getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Credit check');
  await expect(card(page, 'Credit check')).toBeVisible();
});

test('what was selected on one map does not follow to the next', async ({ browser, app }) => {
  const page = await openMap(browser, app, await makeSample(app));
  await card(page, 'Status line').click();
  await openDetails(page);
  await page.getByRole('link', { name: 'All maps' }).click();
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.waitForURL(/\/m\//);
  await expect(panel(page).getByLabel('Title of the map')).toBeVisible();
});

test('the list can be narrowed down to one department', async ({ browser, app }) => {
  const page = await openMap(browser, app, await makeSample(app));
  const gaps = page.getByRole('list', { name: 'Gaps' }).getByRole('listitem');
  await expect(gaps.first()).toBeVisible();
  const all = await gaps.count();
  const chip = page.getByRole('group', { name: 'Show the gaps of' }).getByRole('button', { name: /^Billing/ });
  const count = Number((await chip.textContent())?.replace(/\D/g, ''));
  await chip.click();
  await expect(gaps).toHaveCount(count);
  expect(count).toBeLessThan(all);
});

test('a number that is none is said and kept until it is mended', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  await card(page, 'Status line').click();
  await openDetails(page);
  const customers = panel(page).getByLabel('Customers a month');
  await customers.fill('about a thousand');
  await customers.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('“about a thousand” is not a number');
  await expect(customers).toHaveValue('about a thousand');
  await customers.fill('1,250');
  await customers.press('Enter');
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
  await expectSaved(page);
  expect((await touchpointOf(app, id, 'Status line'))?.customersPerMonth).toBe(1250);
});

test('what is typed into a field counts, also when a click on the map takes the field away', async ({
  browser,
  app,
}) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  await card(page, 'Status line').click();
  await openDetails(page);
  await panel(page).getByLabel('Customers a month').fill('77');
  await card(page, 'Order confirmed').click();
  await expectSaved(page);
  expect((await touchpointOf(app, id, 'Status line'))?.customersPerMonth).toBe(77);
  expect((await touchpointOf(app, id, 'Order confirmed'))?.customersPerMonth).not.toBe(77);
});

test('several touchpoints are changed at once, and undone at once', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  const titles = ['Status line', 'Welcome call'] as const;
  const before = await Promise.all(titles.map((title) => touchpointOf(app, id, title)));
  await card(page, titles[0]).click();
  await card(page, titles[1]).click({ modifiers: ['Shift'] });
  await openDetails(page);
  await expect(panel(page).getByRole('heading', { name: '2 touchpoints selected' })).toBeVisible();
  await panel(page).getByLabel('Customers a month').fill('5');
  await panel(page).getByLabel('Customers a month').press('Enter');
  const systems = panel(page).getByRole('combobox', { name: 'Systems used' });
  await systems.fill('Everybody’s CRM');
  await systems.press('Enter');
  await expectSaved(page);
  for (const title of titles) {
    expect(await touchpointOf(app, id, title)).toMatchObject({
      customersPerMonth: 5,
      systems: expect.arrayContaining(['Everybody’s CRM']),
    });
  }
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectSaved(page);
  expect(await Promise.all(titles.map((title) => touchpointOf(app, id, title)))).toEqual(before);
});

test('a step is rated, believed and backed from the panel', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  await stepHeader(page, 'Orders online').click();
  await openDetails(page);
  await panel(page)
    .getByRole('group', { name: 'The customer feels', exact: true })
    .getByRole('button', { name: 'Very bad' })
    .click();
  await panel(page)
    .getByRole('group', { name: 'The company thinks' })
    .getByRole('button', { name: 'Very good' })
    .click();
  await panel(page).getByLabel('A moment of truth').check();
  await expectSaved(page);
  const step = (await readServed(app, id)).steps.find(({ title }) => title === 'Orders online');
  expect(step).toMatchObject({ belief: 2, momentOfTruth: true });
  expect(step?.emotions).toContainEqual({ persona: 'everyone', value: -2 });
});

test('a metric is added and a value recorded', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  await card(page, 'Order confirmed').click();
  await openDetails(page);
  await panel(page).getByRole('button', { name: 'Add metric' }).click();
  await page.getByRole('menuitem', { name: 'First-contact resolution' }).click();
  await panel(page).getByLabel('New value').fill('64');
  await panel(page).getByRole('button', { name: 'Record' }).click();
  await panel(page).getByLabel('Target').fill('80');
  await panel(page).getByLabel('Target').press('Enter');
  await expect(panel(page).getByRole('button', { name: /First-contact resolution/ })).toContainText('misses 80%');
  await expectSaved(page);
  const order = await touchpointOf(app, id, 'Order confirmed');
  const metric = (await readServed(app, id)).metrics.find(({ on }) => on?.id === order?.id);
  expect(metric).toMatchObject({ kind: 'customer', better: 'higher', target: 80, values: [{ value: 64 }] });
});

test('metrics get their order by dragging and by keys', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  await stepHeader(page, 'Orders online').click();
  await openDetails(page);
  const titles = ['On time', 'Handling time', 'Attrition'];
  for (const title of titles) {
    await panel(page).getByRole('button', { name: 'Add metric' }).click();
    await page.getByRole('menuitem', { name: title }).click();
    await expect(panel(page).getByRole('button', { name: title, exact: false }).first()).toBeVisible();
  }
  const step = (await readServed(app, id)).steps.find(({ title }) => title === 'Orders online');
  const order = () =>
    expect.poll(async () =>
      (await readServed(app, id)).metrics.flatMap(({ on, title }) =>
        on?.id === step?.id && titles.includes(title) ? [title] : [],
      ),
    );
  await order().toEqual(titles);
  const grip = (title: string) => panel(page).getByRole('button', { name: new RegExp(`^Move ${title}`) });
  await grip('Attrition').focus();
  await page.keyboard.press('Home');
  await order().toEqual(['Attrition', 'On time', 'Handling time']);
  await expect(grip('Attrition')).toBeFocused();
  // What stands open is closed: all of them are in sight.
  await panel(page)
    .getByRole('button', { name: /^Attrition/, expanded: true })
    .click();
  await grip('Handling time').scrollIntoViewIfNeeded();
  const [from, to] = [(await grip('Handling time').boundingBox())!, (await grip('On time').boundingBox())!];
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 2, { steps: 5 });
  await page.mouse.up();
  await order().toEqual(['Attrition', 'Handling time', 'On time']);
  await expectAccessible(page, 'aside');
});

test('the title is edited in place and the state switched; others see both', async ({ browser, app }) => {
  const id = await makeSample(app);
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await first.getByRole('button', { name: 'Broadband: switching provider' }).click();
  const field = first.getByRole('banner').getByLabel('Title of the map');
  await expect(field).toBeFocused();
  await field.fill('Broadband, mended');
  await field.press('Enter');
  await expect(second.getByRole('button', { name: 'Broadband, mended' })).toBeVisible();
  await expect(second).toHaveTitle('Broadband, mended - Throughline');
  await first.getByRole('button', { name: 'Current state' }).click();
  await first.getByRole('menuitemradio', { name: 'Future state' }).click();
  await expect(second.getByRole('button', { name: 'Future state' })).toBeVisible();
});

test('offline, the bar says how many edits are kept here, and they arrive later', async ({ browser, app }) => {
  const id = await makeSample(app);
  const page = await openMap(browser, app, id);
  await expectSaved(page);
  await card(page, 'Order confirmed').click();
  // The code of the panel comes after the map.
  await openDetails(page);
  await page.context().setOffline(true);
  await panel(page).getByLabel('Customers a month').fill('321');
  await panel(page).getByLabel('Customers a month').press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Offline, 1 edit kept here' })).toBeVisible();
  await page.context().setOffline(false);
  await expectSaved(page);
  expect((await touchpointOf(app, id, 'Order confirmed'))?.customersPerMonth).toBe(321);
});

test('people see each other by the name they chose', async ({ browser, app }) => {
  const id = await makeSample(app);
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await first.getByRole('button', { name: /^You are/ }).click();
  await first.getByLabel('Your name').fill('Mika Kay');
  await first.getByLabel('Your name').press('Enter');
  await first.getByRole('button', { name: 'Violet' }).click();
  await first.keyboard.press('Escape');
  await card(first, 'Status line').click();
  await expect(second.getByRole('button', { name: 'Follow Mika Kay' })).toBeVisible();
  await second.keyboard.press('Control+k');
  await second.keyboard.type('go to where mika');
  await second.keyboard.press('Enter');
  await second.getByRole('tab', { name: 'Details' }).click();
  await expect(panel(second).getByLabel('Title')).toHaveValue('Status line');
});

test('the map is exported as a PDF that says what is on it', async ({ browser, app }) => {
  const id = await makeSample(app);
  const pdf = await exportPdf(await openMap(browser, app, id));
  expect(pdf.name).toBe('Broadband switching provider.pdf');
  const { touchpoints, stages, steps, lanes } = await readServed(app, id);
  expect(touchpoints.length).toBeGreaterThan(0);
  expectPdfSays(
    pdf,
    [...touchpoints, ...stages, ...steps, ...lanes].map(({ title }) => title),
  );
});

test('the address is copied, also where the browser has no clipboard interface', async ({ browser, app }) => {
  const page = await openMap(browser, app, await makeSample(app));
  // As on a page served over plain HTTP in a local network.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this map' });
  await expect(dialog).toContainText('Olive Owner');
  await dialog.getByRole('button', { name: 'Copy the address of the map' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('a map deleted under somebody says so, and its owner can restore it from there', async ({
  browser,
  page,
  app,
}) => {
  const id = await makeSample(app);
  await page.goto(`${app.url}/m/${id}`);
  await expectSaved(page);
  const guest = await openMap(browser, app, id);
  await expectSaved(guest);
  await app.owner.expect('DELETE', `/api/maps/${id}`);
  await expect(page.getByRole('heading', { name: 'This map is in the trash' })).toBeVisible();
  // Who could not do it is offered no button for it.
  await expect(guest.getByText('ask whoever owns it to restore it')).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Restore the map' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore the map' }).click();
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  await expectSaved(page);
});

test('a server that is away is said, and the map opens when it is back', async ({ page, app }) => {
  let away = true;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (away) void socket.close();
    else socket.connectToServer();
  });
  await page.goto(`${app.url}/m/${await makeSample(app)}`);
  await expect(page.getByRole('heading', { name: 'The server cannot be reached' })).toBeVisible();
  away = false;
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
});

test('the panel closes, comes back and keeps its width', async ({ browser, app }) => {
  const page = await openMap(browser, app, await makeSample(app));
  const handle = page.getByRole('separator', { name: 'Width of the panel' });
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(handle).toHaveAttribute('aria-valuenow', '336');
  await page.reload();
  await expect(handle).toHaveAttribute('aria-valuenow', '336');
  await page.getByRole('button', { name: 'Close the panel' }).click();
  await expect(panel(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^Gaps/ }).click();
  await expect(panel(page)).toBeVisible();
});

const openPhone = async (browser: Browser, app: App): Promise<Page> => {
  const viewport = { width: 390, height: 844 };
  const page = await ownPage(browser, app, { viewport, hasTouch: true, isMobile: true });
  await preferMap(page);
  await page.goto(`${app.url}/m/${await makeSample(app)}`);
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  return page;
};

test('on a phone the gaps come up from below, and everything of the bar is in one menu', async ({ browser, app }) => {
  const page = await openPhone(browser, app);
  await expectSaved(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: /^Gaps/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Details and gaps' });
  await expect(sheet).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Customer has to repeat it all' }).click();
  await sheet.getByRole('button', { name: 'Show on the map' }).click();
  await expect(sheet).toHaveCount(0);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  for (const name of ['Undo', 'Redo', 'Share', 'Export']) {
    await expect(page.getByRole('menuitem', { name })).toBeVisible();
  }
  await page.getByRole('menuitem', { name: 'Share' }).click();
  await expect(page.getByRole('dialog', { name: 'Share this map' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`bar, gaps, details and their menus are accessible: ${colorScheme}`, async ({ browser, app }) => {
    const viewport = { width: 1440, height: 900 };
    const page = await ownPage(browser, app, { viewport, colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${app.url}/m/${await makeSample(app)}`);
    const first = gap(page, 'Customer has to repeat it all');
    await first.getByRole('button', { name: 'Customer has to repeat it all' }).click();
    await first.getByRole('button', { name: 'Why it matters' }).click();
    await first.getByRole('button', { name: 'Assign' }).click();
    const scenes: readonly (() => Promise<unknown>)[] = [
      () => first.getByRole('button', { name: 'Dismiss' }).click(),
      () => openDetails(page),
      () => card(page, 'Status line').click(),
      () => panel(page).getByRole('combobox', { name: 'Owner' }).click(),
      () => stepHeader(page, 'Orders online').click(),
      // Dialogs come with code of their own: what lies below them is hidden a moment before they stand.
      async () => {
        await page.getByRole('button', { name: 'Share' }).click();
        await expect(page.getByRole('dialog', { name: 'Share this map' }).getByRole('heading').first()).toBeVisible();
      },
      async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await page.getByRole('button', { name: /^You are/ }).click();
      },
      async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Export', exact: true }).click();
        await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
      },
    ];
    for (const enter of scenes) {
      await enter();
      await expectAccessible(page, 'header');
      await expectAccessible(page, 'aside');
      await expectAccessible(page, '#floating');
    }
  });
}
