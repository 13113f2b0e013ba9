import type { Locator, Page } from '@playwright/test';
import { emptyMap, expectPlaces, expectServed, smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { type App, expect, expectSaved, openMap, ownPage, readServed, test } from './support.ts';

/** The map as nested lists: with the keyboard alone, with fingers, and for those who listen. */

const outline = (page: Page): Locator => page.getByRole('region', { name: 'Outline', exact: true });
const line = (page: Page, name: string): Locator => outline(page).getByRole('button', { name, exact: true });

async function openOutline(page: Page, app: App, id: string): Promise<void> {
  await page.goto(`${app.url}/m/${id}#outline`);
  await expect(outline(page).getByRole('heading', { name: 'Outline', exact: true })).toBeVisible();
}

test('a small map is built with the keyboard alone', async ({ page, app }) => {
  const id = await emptyMap(app);
  await page.goto(`${app.url}/m/${id}`);
  const { keyboard } = page;
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Outline' }).focus();
  await keyboard.press('Enter');
  await expect(line(page, 'Add the first stage')).toBeVisible();
  for (let presses = 0; presses < 30; presses++) {
    if (await line(page, 'Add the first stage').evaluate((element) => element === document.activeElement)) break;
    await keyboard.press('Tab');
  }
  await expect(line(page, 'Add the first stage')).toBeFocused();
  await keyboard.press('Enter');
  // A stage, then its steps; an empty one ends it.
  await keyboard.type('Sales');
  await keyboard.press('Enter');
  await keyboard.type('Compares plans');
  await keyboard.press('Enter');
  await keyboard.type('Orders online');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(line(page, 'Orders online')).toBeFocused();
  // Departments, at the end.
  await keyboard.press('End');
  await expect(line(page, 'Add department')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.type('Shop');
  await keyboard.press('Enter');
  await keyboard.type('Field');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  // Touchpoints at the first step.
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(line(page, 'Compares plans')).toBeFocused();
  await keyboard.press('t');
  await keyboard.type('Shows plans');
  await keyboard.press('Enter');
  await keyboard.type('Answers questions');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(line(page, 'Answers questions')).toBeFocused();
  // To the next step, and to another department through the dialog.
  await keyboard.press('Alt+ArrowDown');
  await expect(line(page, 'Answers questions')).toBeFocused();
  await keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move “Answers questions”' });
  await dialog.getByLabel('Department').focus();
  await keyboard.type('Field');
  await dialog.getByRole('button', { name: 'Move', exact: true }).focus();
  await keyboard.press('Enter');
  await expect(line(page, 'Answers questions')).toBeFocused();
  // A hand-off, an owner, a channel, an emotion.
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(line(page, 'Shows plans')).toBeFocused();
  await keyboard.press('h');
  await page.getByRole('combobox', { name: 'Touchpoint' }).focus();
  await keyboard.type('Answers');
  await keyboard.press('Enter');
  await expect(line(page, 'Hands off to Answers questions')).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('o');
  await outline(page).getByRole('combobox', { name: 'Channel' }).focus();
  await keyboard.type('web');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await expect(outline(page).getByRole('combobox', { name: 'Owner' })).toBeFocused();
  await keyboard.type('Mika Kay');
  await keyboard.press('Enter');
  await line(page, 'Compares plans').focus();
  await keyboard.press('e');
  await outline(page).getByRole('button', { name: 'Good, +1' }).focus();
  await keyboard.press('Enter');
  await expectSaved(page);

  await expectPlaces(app, id, ['Shows plans @ Compares plans / Shop', 'Answers questions @ Orders online / Field']);
  const served = await readServed(app, id);
  expect(served.stages).toMatchObject([{ title: 'Sales', lifecycle: 'sales' }]);
  expect(served.steps.map(({ title }) => title)).toEqual(['Compares plans', 'Orders online']);
  expect(served.steps[0]?.emotions).toMatchObject([{ persona: 'everyone', value: 1 }]);
  expect(served.lanes.map(({ title }) => title)).toEqual(['Shop', 'Field']);
  expect(served.handoffs).toMatchObject([{ from: served.touchpoints[0]?.id, to: served.touchpoints[1]?.id }]);
  expect(served.touchpoints[0]).toMatchObject({ channel: 'web', owner: served.people[0]?.id });
  expect(served.people).toMatchObject([{ name: 'Mika Kay' }]);
});

test('lines are renamed, moved and deleted by keys; undo and the offer to undo bring back', async ({ page, app }) => {
  const id = await smallMap(app);
  await openOutline(page, app, id);
  const { keyboard } = page;
  await line(page, 'Takes the order').focus();
  await keyboard.press('Enter');
  await keyboard.press('End');
  await keyboard.type(' gladly');
  await keyboard.press('Enter');
  await expect(line(page, 'Takes the order gladly')).toBeFocused();
  await keyboard.press('Control+z');
  await expect(line(page, 'Takes the order')).toBeFocused();
  await keyboard.press('Delete');
  await expect(line(page, 'Takes the order')).toHaveCount(0);
  // The keyboard goes on beside what is gone.
  await expect(outline(page).locator(':focus')).toHaveAccessibleName(/Add touchpoint to Orders online/);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(line(page, 'Takes the order')).toBeVisible();
  await line(page, 'Orders online').focus();
  await keyboard.press('Alt+ArrowDown');
  await expectServed(app, id, (map) => {
    const service = map.stages.find(({ title }) => title === 'Service');
    return map.steps.find(({ title }) => title === 'Orders online')?.stage === service?.id;
  }).toBe(true);
  await expect(line(page, 'Orders online')).toBeFocused();
  await line(page, 'Service').focus();
  await keyboard.press('Alt+ArrowUp');
  await expectServed(app, id, (map) => map.stages.map(({ title }) => title)).toEqual(['Service', 'Sales']);
  // What stood in a deleted step waits to be put back.
  await line(page, 'Gets connected').focus();
  await keyboard.press('Delete');
  const tray = page.getByRole('region', { name: 'Unplaced' });
  await tray.getByRole('button', { name: 'Actions for Connects the line' }).click();
  await page.getByRole('menuitem', { name: 'Put back…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
  await expect(line(page, 'Connects the line')).toBeFocused();
  await expect(tray).toHaveCount(0);
});

test('a screen reader walks lists and headings, and axe finds nothing in both themes', async ({ page, app }) => {
  const id = await smallMap(app);
  await openOutline(page, app, id);
  await expect(outline(page)).toMatchAriaSnapshot(`
    - heading "Outline" [level=2]
    - list "Stages":
      - listitem:
        - button "Steps of Sales" [expanded]
        - heading "Sales" [level=3]
        - button "Actions for Sales"
        - list "Steps of Sales":
          - listitem:
            - heading "Compares plans" [level=4]
            - button /How Compares plans feels.*good/
            - button "Actions for Compares plans"
            - list "Departments at Compares plans":
              - listitem:
                - heading "Shop" [level=5]
                - list:
                  - listitem:
                    - button "Shows plans"
                    - button /Channel and owner of Shows plans. web · Mika Kay/
                    - button "Actions for Shows plans"
                    - list "Hand-offs of Shows plans":
                      - listitem:
                        - button "Hands off to Takes the order"
                        - button "Actions for the hand-off to Takes the order"
            - button "Add touchpoint to Compares plans"
  `);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, '[aria-label="Outline"]');
  }
  await outline(page).getByRole('button', { name: 'Actions for Shows plans' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Hand off to…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(line(page, 'Shows plans')).toBeFocused();
  // The map itself says where its outline is.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Map' }).click();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toHaveAccessibleDescription(/under Outline/);
});

test('on a phone a map opens as outline, edited with fingers; the map is one tap away, and remembered', async ({
  browser,
  app,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const page = await ownPage(browser, app, phone);
  const id = await emptyMap(app);
  await page.goto(`${app.url}/m/${id}`);
  await expect(outline(page)).toBeVisible();
  await line(page, 'Add the first stage').tap();
  await page.keyboard.type('Sales');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Compares plans');
  await outline(page).getByRole('heading', { name: 'Outline' }).tap();
  await line(page, 'Add department').tap();
  await page.keyboard.type('Shop');
  await outline(page).getByRole('heading', { name: 'Outline' }).tap();
  await outline(page).getByRole('button', { name: 'Add touchpoint to Compares plans' }).tap();
  await page.keyboard.type('Shows plans');
  await outline(page).getByRole('heading', { name: 'Outline' }).tap();
  await expectPlaces(app, id, ['Shows plans @ Compares plans / Shop']);
  await outline(page)
    .getByRole('button', { name: /How Compares plans feels/ })
    .tap();
  await outline(page).getByRole('button', { name: 'Very bad, −2' }).tap();
  await outline(page).getByLabel('A moment of truth').tap();
  await expectServed(app, id, (map) => map.steps[0]?.momentOfTruth).toBe(true);
  await outline(page).getByRole('button', { name: 'Actions for Shows plans' }).tap();
  await page.getByRole('menuitem', { name: 'Rename' }).tap();
  await page.keyboard.type(' twice');
  await outline(page).getByRole('heading', { name: 'Outline' }).tap();
  await expectServed(app, id, (map) => map.touchpoints[0]?.title).toBe('Shows plans twice');
  // Everything a finger is to hit is large enough, and nothing is wider than the screen.
  const small = await outline(page)
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => button.getBoundingClientRect().height < 43.5)
        .map((button) => button.textContent || button.ariaLabel),
    );
  expect(small.filter((name) => !/^[−+0-9]/.test(name ?? ''))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('banner').getByRole('button', { name: 'Map' }).tap();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await page.goto(`${app.url}/m/${await smallMap(app)}`);
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Outline' }).tap();
  await expect(outline(page)).toBeVisible();
  await page.context().close();
});

test('two people at once: typing merges, and the focus survives what others delete', async ({ page, app, browser }) => {
  const id = await smallMap(app);
  await openOutline(page, app, id);
  const other = await openMap(browser, app, id);
  await other.goto(`${app.url}/m/${id}#outline`);
  await line(page, 'Shows plans').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' here');
  await expect(outline(other).getByLabel('Typing here:')).toBeVisible();
  await line(other, 'Shows plans here').click();
  await other.keyboard.press('Home');
  await other.keyboard.type('He ');
  await expect(outline(page).getByRole('textbox')).toHaveValue('He Shows plans here');
  await page.keyboard.type(' and there');
  await expect(outline(other).getByRole('textbox')).toHaveValue('He Shows plans here and there');
  await page.keyboard.press('Escape');
  await other.keyboard.press('Escape');
  await line(page, 'Takes the order').focus();
  await line(other, 'Takes the order').focus();
  await other.keyboard.press('Delete');
  await expect(line(page, 'Takes the order')).toHaveCount(0);
  await expect(outline(page).locator(':focus')).toHaveCount(1);
  await other.context().close();
});

test('whoever may not edit reads the outline and changes nothing', async ({ browser, app }) => {
  const id = await smallMap(app);
  const page = await openMap(browser, app, id, 'commenter');
  await page.goto(`${app.url}/m/${id}#outline`);
  await expect(line(page, 'Shows plans')).toBeVisible();
  await expect(outline(page).getByRole('button', { name: /^Add/ })).toHaveCount(0);
  await outline(page).getByRole('button', { name: 'Actions for Shows plans' }).click();
  await expect(page.getByRole('menuitem')).toHaveText([/^Details/, /^Comment/]);
  await page.keyboard.press('Escape');
  await line(page, 'Shows plans').focus();
  for (const key of ['Delete', 't', 's', 'm', 'o', 'F2', 'Alt+ArrowDown']) await page.keyboard.press(key);
  await expect(outline(page).getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await readServed(app, id)).touchpoints.map(({ title }) => title)).toContain('Shows plans');
  await page.context().close();
});

test('lines are captured with owner and channel, pasted as lists and tables, and show their gaps', async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await smallMap(app);
  await openOutline(page, app, id);
  await line(page, 'Takes the order').focus();
  await page.keyboard.press('t');
  await page.keyboard.type('Checks the address @mi');
  await expect(page.getByRole('listbox', { name: 'People' }).getByRole('option')).toHaveText(['Mika Kay']);
  await page.keyboard.type('ka #Phone');
  await page.keyboard.press('Enter');
  // A list pasted into the next, still empty line becomes a line each.
  await page.evaluate(() => navigator.clipboard.writeText('- Confirms @Mika\n- Sends the parcel'));
  await page.keyboard.press('Control+v');
  const told = () =>
    expectServed(app, id, (map) =>
      map.touchpoints.map(({ title, channel, owner }) =>
        [title, channel, map.people.find((person) => person.id === owner)?.name ?? ''].join(' | '),
      ),
    );
  await told().toEqual([
    'Shows plans | web | Mika Kay',
    'Takes the order | web | Mika Kay',
    'Checks the address | Phone | Mika Kay',
    'Confirms |  | Mika Kay',
    'Sends the parcel |  | ',
    'Connects the line | visit | ',
  ]);
  await expect(line(page, 'Sends the parcel')).toBeFocused();
  // Several lines go at once, and come back at once.
  await line(page, 'Confirms').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expectServed(app, id, ({ touchpoints }) => touchpoints.length).toBe(4);
  await page.keyboard.press('Control+z');
  await expectServed(app, id, ({ touchpoints }) => touchpoints.length).toBe(6);
  await line(page, 'Sends the parcel').focus();
  // A line is copied as a table, and a table pasted on a line stands where it says.
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Sends the parcel');
  await page.evaluate(() =>
    navigator.clipboard.writeText('Step\tDepartment\tTouchpoint\nGets connected\tShop\tAsks how it went'),
  );
  await page.keyboard.press('Control+v');
  await expect(line(page, 'Asks how it went')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(line(page, 'Asks how it went')).toHaveCount(0);
  // Pressing the mark of a gap opens it in the list beside, and the outline stays.
  await line(page, 'Sends the parcel')
    .locator('xpath=..')
    .getByRole('button', { name: /^Gap \d+/ })
    .click();
  await expect(page.getByRole('tab', { name: /^Gaps/, selected: true })).toBeVisible();
  await expect(page).toHaveURL(/#outline$/);
  await expect(line(page, 'Sends the parcel')).toHaveAttribute('data-selected', 'true');
});
