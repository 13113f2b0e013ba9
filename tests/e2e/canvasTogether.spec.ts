import type { Page } from '@playwright/test';
import { dragOver, expectPlaces, focused, middleOf, smallMap } from './canvasMap.ts';
import { card, expect, importCsv, openMap, readServed, shown, stepHeader, test } from './support.ts';

/** Two people on one canvas. */

test('one sees where the other points, what they select, type in and drag', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const name = await here.evaluate(
    () => (JSON.parse(localStorage.getItem('throughline.me') ?? '{}') as { name: string }).name,
  );
  await card(here, 'Shows plans').click();
  // The tag at the selected card and the one at the cursor.
  await expect(there.getByTestId('others').getByText(name)).toHaveCount(2);
  await card(here, 'Shows plans').dblclick();
  await expect(there.getByTestId('others').getByLabel('types in')).toBeVisible();
  await here.keyboard.press('Escape');
  const from = await middleOf(here, 'Shows plans');
  await dragOver(here, from, { x: from.x + 120, y: from.y + 90 });
  await expect(there.getByTestId('others').getByText('Shows plans')).toBeVisible();
  await here.mouse.up();
  await expect(there.getByTestId('others').getByText('Shows plans')).toHaveCount(0);
  const feeling = (page: Page) => page.getByRole('slider', { name: 'Emotion: Compares plans' });
  const point = await feeling(here).boundingBox();
  if (!point) throw new Error('The point has no place');
  const [x, y] = [point.x + point.width / 2, point.y + point.height / 2];
  await dragOver(here, { x, y }, { x, y: y + 60 });
  await expect(feeling(there)).toHaveAttribute('data-dragged');
  await expect(feeling(there)).toHaveAttribute('aria-valuenow', '-1');
  expect((await readServed(app, id)).steps[0]?.emotions).toMatchObject([{ value: 1 }]);
  await here.mouse.up();
  await expect(feeling(there)).not.toHaveAttribute('data-dragged');
  await expect(feeling(there)).toHaveAttribute('aria-valuenow', '-1');
});

test('one sees the header of a step and of a lane that the other drags', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const lane = (page: Page, title: string) =>
    page.locator('[aria-roledescription="lane"]').filter({ hasText: title }).locator('[data-title]');
  for (const [header, title] of [
    [stepHeader(here, 'Orders online'), 'Orders online'],
    [lane(here, 'Field'), 'Field'],
  ] as const) {
    const twice = there.locator('[data-pinned]').getByText(title, { exact: true });
    await expect(twice).toHaveCount(1);
    const box = (await header.boundingBox())!;
    await dragOver(here, { x: box.x + 10, y: box.y + 8 }, { x: box.x + 70, y: box.y - 52 });
    await expect(twice).toHaveCount(2);
    const [still, moved] = (await Promise.all([twice.first().boundingBox(), twice.last().boundingBox()])).map(
      (at) => at!,
    );
    // Along its axis alone; the glide of a few frames is waited for.
    if (title === 'Field')
      await expect.poll(async () => (await twice.last().boundingBox())!.y).toBeLessThan(still!.y - 40);
    else {
      await expect.poll(async () => (await twice.last().boundingBox())!.x).toBeGreaterThan(still!.x + 30);
      expect(Math.abs(moved!.y - still!.y)).toBeLessThan(20);
    }
    await here.keyboard.press('Escape');
    await expect(twice).toHaveCount(1);
    await here.mouse.up();
  }
});

test('what one types in is deleted by the other: the focus goes to the canvas, and keys still work', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await card(here, 'Shows plans').dblclick();
  await here.keyboard.type('Explains');
  await card(there, 'Explains').click();
  // Who types does not look up at once: the rest of the sentence makes no steps, cards or deletions.
  let typing = true;
  const hand = (async () => {
    while (typing) await here.keyboard.type(' the steps', { delay: 20 });
  })();
  await there.keyboard.press('Delete');
  await expect(card(there, 'Explains')).toHaveCount(0);
  const left = await shown(there);
  await expect(here.getByLabel('Title of the touchpoint')).toHaveCount(0);
  await expect.poll(() => focused(here)).toBe('Map');
  typing = false;
  await hand;
  await here.keyboard.type(' to take', { delay: 20 });
  expect(await shown(here)).toEqual(left);
  await here.keyboard.press('ArrowRight');
  await expect.poll(() => focused(here)).toMatch(/^Takes the order/);
});

test('both move the same card: both pages show it where it landed last', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await card(here, 'Shows plans').click();
  await card(there, 'Shows plans').click();
  await Promise.all([here.keyboard.press('Alt+ArrowRight'), there.keyboard.press('Alt+ArrowDown')]);
  const labels = async () => [
    await card(here, 'Shows plans').getAttribute('aria-label'),
    await card(there, 'Shows plans').getAttribute('aria-label'),
  ];
  await expect.poll(async () => new Set(await labels()).size).toBe(1);
});

test('what waits in the tray is put back into its own lane', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await stepHeader(here, 'Gets connected').click();
  await here.keyboard.press('Delete');
  const tray = there.getByRole('region', { name: 'Unplaced' });
  await expect(tray.getByText('Connects the line')).toBeVisible();
  await tray.getByRole('button', { name: 'Put back' }).click();
  await expectPlaces(app, id, [
    'Shows plans @ Compares plans / Shop',
    'Connects the line @ Compares plans / Field',
    'Takes the order @ Orders online / Shop',
  ]);
  await expect(tray).toHaveCount(0);
});

test('what was deleted under one is put back with one click, and typing goes on', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await card(here, 'Shows plans').dblclick();
  await here.keyboard.type('Explains');
  await card(there, 'Explains').click();
  await there.keyboard.press('Delete');
  await here.getByRole('button', { name: 'Put back' }).click();
  await here.keyboard.type(' plans');
  await here.keyboard.press('Enter');
  await expect(card(there, 'Explains plans')).toBeVisible();
});

test('the lane around what one types in is deleted by the other: it is said, put back, and typing goes on', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await card(here, 'Connects the line').dblclick();
  await here.keyboard.press('End');
  await here.keyboard.type(' today');
  await expect(card(there, 'Connects the line today')).toBeVisible();
  await there.locator('[aria-roledescription="lane"]').filter({ hasText: 'Field' }).click();
  await there.keyboard.press('Delete');
  await expect(here.getByText(/^Somebody deleted the place of “Connects the line today”/).first()).toBeVisible();
  // The rest of the sentence is no command: S would add a step.
  await here.keyboard.type('ss');
  await expect(here.getByRole('region', { name: 'Map', exact: true })).toBeFocused();
  const told = here.getByRole('listitem').filter({ hasText: 'Somebody deleted the place' });
  await told.getByRole('button', { name: 'Put back' }).click();
  await here.keyboard.type(' or tomorrow');
  await here.keyboard.press('Enter');
  await expect(card(there, 'Connects the line today or tomorrow')).toBeVisible();
  expect((await readServed(app, id)).steps).toHaveLength(3);
});

test('what lost the only lane there was is not put back to nowhere: it is said, and keys still work', async ({
  browser,
  app,
}) => {
  const id = await importCsv(app, 'One', 'Stage,Step,Department,Touchpoint\nSales,Compares plans,Shop,Shows plans');
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await card(here, 'Shows plans').dblclick();
  await there.locator('[aria-roledescription="lane"]').filter({ hasText: 'Shop' }).click();
  await there.keyboard.press('Delete');
  const told = here.getByRole('listitem').filter({ hasText: 'Somebody deleted the place' });
  await told.getByRole('button', { name: 'Put back' }).click();
  await expect(here.getByText('There is no place for it yet: it needs a step and a lane.').first()).toBeVisible();
  await here.getByRole('region', { name: 'Map', exact: true }).focus();
  await here.keyboard.press('s');
  await expect.poll(async () => (await readServed(app, id)).steps.length).toBe(2);
});

test('a hand-off drawn to a card that the other deletes meanwhile draws nothing', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await card(here, 'Takes the order').click();
  const box = await card(here, 'Takes the order').boundingBox();
  if (!box) throw new Error('The card has no place');
  const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
  await dragOver(here, edge, await middleOf(here, 'Connects the line'));
  await card(there, 'Connects the line').click();
  await there.keyboard.press('Delete');
  await expect(card(here, 'Connects the line')).toHaveCount(0);
  await here.mouse.up();
  await expect(here.getByText(/just deleted. Nothing was drawn/).first()).toBeVisible();
  const { touchpoints, handoffs } = await readServed(app, id);
  expect([touchpoints.length, handoffs.length]).toEqual([2, 1]);
});

test('what one writes beside the map is deleted by the other: it is said, put back, and the focus goes to the map', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const [here, there] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await card(here, 'Shows plans').click();
  await here.keyboard.press('F6');
  await here.getByRole('tab', { name: 'Details' }).click();
  await here.getByRole('textbox', { name: 'Description' }).click();
  await here.keyboard.type('Three of them');
  await card(there, 'Shows plans').click();
  await there.keyboard.press('Delete');
  await expect(here.getByText('Somebody deleted “Shows plans” while you typed in it.', { exact: true })).toBeVisible();
  await expect.poll(() => focused(here)).toBe('Map');
  await here.getByRole('button', { name: 'Put back' }).click();
  await expect(here.getByRole('textbox', { name: 'Description' })).toHaveValue('Three of them');
});
